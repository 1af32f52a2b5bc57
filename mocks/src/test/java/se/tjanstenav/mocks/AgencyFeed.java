package se.tjanstenav.mocks;

import com.github.tomakehurst.wiremock.extension.Parameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.mocks.agency.Agency;
import se.tjanstenav.mocks.records.DataFile;
import se.tjanstenav.mocks.records.Layout;
import se.tjanstenav.mocks.records.RawRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A feed that a mapping or an operation of an agency's folder names.
 *
 * @param address the path, one of those a mapping with a pattern answers; for SOAP the operation's name
 * @param parameters of the mapping; none for SOAP
 */
public record AgencyFeed(
        String address,
        Layout layout,
        DataFile data,
        @Nullable Parameters parameters) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public static List<AgencyFeed> of(Agency agency) {
        if (agency.soap() != null) {
            return agency.soap().operations().stream()
                    .map(operation -> read(agency, operation.name(), operation.layout(), null))
                    .toList();
        }
        return files(agency).stream()
                .filter(file -> file.startsWith("mappings/"))
                .map(file -> read(agency, JSON.readTree(Agency.text(agency.id() + "/" + file))))
                .toList();
    }

    private static AgencyFeed read(Agency agency, JsonNode mapping) {
        JsonNode given = mapping.at("/response/transformerParameters");
        Layout layout = new Layout(
                given.path("file").asString(),
                given.path("records").asString(null),
                given.path("id").asString(null));
        return read(agency, address(mapping.path("request"), layout, agency), layout, parameters(given));
    }

    /** A path with a pattern ends with the identity of a record; the first one's will do. */
    private static String address(JsonNode request, Layout layout, Agency agency) {
        String pattern = request.path("urlPathPattern").asString("");
        if (pattern.isEmpty()) {
            return request.path("urlPath").asString();
        }
        String first = layout.parse(Agency.text(agency.id() + "/" + layout.file()))
                .records()
                .at(0)
                .id();
        return pattern.substring(0, pattern.lastIndexOf('/') + 1) + first;
    }

    @SuppressWarnings("unchecked")
    private static Parameters parameters(JsonNode given) {
        return Parameters.from(JSON.convertValue(given, Map.class));
    }

    private static AgencyFeed read(Agency agency, String address, Layout layout, @Nullable Parameters parameters) {
        return new AgencyFeed(
                address, layout, layout.parse(Agency.text(agency.id() + "/" + layout.file())), parameters);
    }

    List<RawRecord> records() {
        return LongStream.range(0, data.records().size())
                .mapToObj(data.records()::at)
                .toList();
    }

    List<String> ids() {
        return records().stream().map(RawRecord::id).toList();
    }

    /** Every file in the agency's folder, relative to it. */
    static List<String> files(Agency agency) {
        Path folder = root().resolve(agency.id());
        try (Stream<Path> walk = Files.walk(folder)) {
            return new ArrayList<>(walk.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder of all agencies' folders, as built. */
    static Path root() {
        try {
            return Objects.requireNonNull(
                    Path.of(Agency.resource("agencies.txt").toURI()).getParent());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
