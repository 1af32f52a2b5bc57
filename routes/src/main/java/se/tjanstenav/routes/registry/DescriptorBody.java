package se.tjanstenav.routes.registry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import se.tjanstenav.connectors.registry.TextFormat;
import se.tjanstenav.routes.http.ProblemException;
import se.tjanstenav.routes.http.ProblemType;

/** A descriptor as the body of a request; more than a descriptor may have is not read to its end. */
record DescriptorBody(byte[] text, TextFormat format) {

    static final String YAML = "application/yaml";
    static final String X_YAML = "application/x-yaml";
    static final String TEXT_YAML = "text/yaml";

    private static final int MOST_BYTES = 512 * 1024;

    static DescriptorBody read(MediaType type, InputStream body) throws IOException {
        if (type.getCharset() != null && !StandardCharsets.UTF_8.equals(type.getCharset())) {
            throw new ProblemException(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "A descriptor is sent in UTF-8; leave out the charset and save the text as UTF-8");
        }
        byte[] text = body.readNBytes(MOST_BYTES + 1);
        if (text.length > MOST_BYTES) {
            throw new ProblemException(
                    ProblemType.TOO_LARGE, "A descriptor has at most 512 KiB, and this has more; nothing was stored");
        }
        return new DescriptorBody(
                text, MediaType.APPLICATION_JSON.isCompatibleWith(type) ? TextFormat.JSON : TextFormat.YAML);
    }
}
