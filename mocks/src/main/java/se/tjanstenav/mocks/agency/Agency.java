package se.tjanstenav.mocks.agency;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.mocks.records.Layout;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** An agency as its {@code agency.json} describes it. */
public record Agency(
        String id,
        String name,
        String host,
        int demoPort,
        String path,
        boolean external,
        @Nullable String clientCertificate,
        @Nullable OAuth2 oauth2,
        @Nullable ApiKey apiKey,
        @Nullable UsernameToken usernameToken,
        @Nullable String signature,
        @Nullable RateLimit rateLimit,
        @Nullable Soap soap) {

    /** The root package: an agency's folder must not have the name of one of its packages. */
    private static final String FOLDERS = "/se/tjanstenav/mocks/";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    public record OAuth2(String tokenPath, String clientId, String secret) {}

    public record ApiKey(String header, String secret) {}

    public record UsernameToken(String user, String secret) {}

    /** How many requests are answered within so many seconds. */
    public record RateLimit(int requests, int seconds) {}

    public record Soap(
            String version,
            String wsdl,
            String namespace,
            String actionPrefix,
            String service,
            boolean addressing,
            @Nullable String encoding,
            List<Operation> operations) {}

    /** One SOAP operation: its request element, the file with its answer and the element that holds the records there. */
    public record Operation(
            String name,
            String request,
            String answer,
            String records,
            @Nullable String id) {
        public Layout layout() {
            return new Layout(answer, records, id);
        }
    }

    /** The name of the secret a client needs, if any. */
    @Nullable
    public String secret() {
        if (oauth2 != null) {
            return oauth2.secret();
        }
        if (apiKey != null) {
            return apiKey.secret();
        }
        if (usernameToken != null) {
            return usernameToken.secret();
        }
        return signature != null ? signature : clientCertificate;
    }

    /** All agencies in the order they are shown. */
    public static List<Agency> all() {
        return text("agencies.txt").lines().map(Agency::of).toList();
    }

    /** The agency of that folder. */
    public static Agency of(String id) {
        return JSON.readValue(text(id + "/agency.json"), Agency.class);
    }

    /** The agency of a folder outside the module. */
    public static Agency in(Path folder) {
        Path file = folder.resolve("agency.json");
        try {
            return JSON.readValue(Files.readString(file), Agency.class);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file + ", which describes a stub agency", e);
        }
    }

    /** Where a file lies among the agencies' folders, for example {@code skatteverket/services.json}. */
    public static URL resource(String path) {
        URL found = Agency.class.getResource(FOLDERS + path);
        if (found == null) {
            throw new IllegalArgumentException(
                    "No stub data at " + path + "; check agencies.txt and the folder's files");
        }
        return found;
    }

    /** Such a file as text. */
    public static String text(String path) {
        try (InputStream in = resource(path).openStream()) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read stub data " + path, e);
        }
    }
}
