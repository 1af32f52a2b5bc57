package se.tjanstenav.connectors.registry;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.connectors.descriptor.Descriptor;
import se.tjanstenav.connectors.descriptor.DescriptorReader;
import se.tjanstenav.connectors.descriptor.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A text that was posted, and whose form is right. */
record Submission(String text, TextFormat format, Descriptor descriptor) {

    /** What fits: far more than a descriptor needs, and little enough to be read in a moment. */
    static final int MAX_BYTES = 512 * 1024;

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /**
     * Reads what was posted.
     *
     * @param reader checks the form, and follows no secrets
     * @throws RegistryException if the form is wrong, with everything that is
     */
    static Submission read(byte[] body, TextFormat format, DescriptorReader reader) {
        String text = text(body, format);
        DescriptorReader.Result result = reader.read(text);
        return new Submission(text, format, result.descriptor().orElseThrow(() -> refused(result.problems())));
    }

    /**
     * The text itself.
     *
     * @throws RegistryException if it is too large, not UTF-8, or not the JSON that it is said to be
     */
    static String text(byte[] body, TextFormat format) {
        if (body.length > MAX_BYTES) {
            throw new RegistryException(
                    RegistryException.Code.TOO_LARGE,
                    "A descriptor has at most 512 KiB, but this has %,d bytes. Nothing was stored"
                            .formatted(body.length));
        }
        String text = decode(body);
        if (format == TextFormat.JSON) {
            requireJson(text);
        }
        return text;
    }

    private static String decode(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw refused(List.of(new Problem("", 0, 0, "the text is not UTF-8", "Save it as UTF-8.")));
        }
    }

    /** YAML would take what JSON does not allow. */
    private static void requireJson(String text) {
        try {
            STRICT.readValue(text, JsonNode.class);
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            int line = at == null ? 0 : Math.max(0, at.getLineNr());
            int column = at == null ? 0 : Math.max(0, at.getColumnNr());
            throw refused(List.of(new Problem(
                    "", line, column, "the JSON is malformed: " + e.getOriginalMessage(), "Mend it there.")));
        }
    }

    private static RegistryException refused(List<Problem> problems) {
        return Refusals.invalid(
                "The descriptor cannot be read as one; all its faults are listed. Nothing was stored", problems);
    }

    String id() {
        return descriptor.metadata().id();
    }

    AgencyId agency() {
        return new AgencyId(descriptor.metadata().agency());
    }

    String sha256() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
