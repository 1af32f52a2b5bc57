package se.tjanstenav.routes.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import se.tjanstenav.routes.http.Excerpt;
import se.tjanstenav.routes.http.JsonBody;
import se.tjanstenav.routes.http.ProblemException;
import se.tjanstenav.routes.http.ProblemType;
import se.tjanstenav.routes.http.QueryParameters;
import se.tjanstenav.routes.http.Roots;

/** The paths of the registry API, and what is read from them. */
final class Paths {

    static final String CONNECTORS = Roots.REGISTRY + "/connectors";

    private static final MediaType JSON = MediaType.APPLICATION_JSON;
    private static final List<MediaType> YAML =
            MediaType.parseMediaTypes(List.of(DescriptorBody.YAML, DescriptorBody.X_YAML, DescriptorBody.TEXT_YAML));
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,8}");

    private Paths() {}

    static String connector(String id) {
        return CONNECTORS + "/" + id;
    }

    static String version(String connector, int number) {
        return connector(connector) + "/versions/" + number;
    }

    /** A connector's id; what cannot be one is as unknown as what is none. */
    static String id(String sent) {
        if (!ID.matcher(sent).matches()) {
            throw new ProblemException(
                    ProblemType.UNKNOWN_RESOURCE, "There is no connector '%s' among yours".formatted(Excerpt.of(sent)));
        }
        return sent;
    }

    /** A version's number. */
    static int number(String connector, String sent) {
        if (!NUMBER.matcher(sent).matches()) {
            throw new ProblemException(
                    ProblemType.UNKNOWN_RESOURCE,
                    "The connector '%s' has no version '%s'".formatted(connector, Excerpt.of(sent)));
        }
        return Integer.parseInt(sent);
    }

    /** For a request that takes no parameters. */
    static void requireNoQuery(MultiValueMap<String, String> sent) {
        new QueryParameters(sent).check();
    }

    static boolean isAgency(String sent) {
        return ID.matcher(sent).matches();
    }

    /** For a request that says everything by its path; an empty object says nothing either. */
    static void requireNoBody(InputStream body) throws IOException {
        PushbackInputStream sent = new PushbackInputStream(body);
        int first = sent.read();
        if (first >= 0) {
            sent.unread(first);
            JsonBody.of(sent).check();
        }
    }

    /** The kind of YAML that the caller prefers to JSON, if so. */
    static Optional<MediaType> yamlWanted(HttpHeaders headers) {
        return headers.getAccept().stream()
                .filter(type -> type.getQualityValue() > 0 && (JSON.isCompatibleWith(type) || isYaml(type)))
                .max(Comparator.comparingDouble(MediaType::getQualityValue))
                .filter(type -> !JSON.isCompatibleWith(type))
                .map(type -> new MediaType(type.getType(), type.getSubtype()));
    }

    private static boolean isYaml(MediaType type) {
        return YAML.stream().anyMatch(type::equalsTypeAndSubtype);
    }
}
