package se.tjanstenav.catalog.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The public identifier of a service: the authority's name and an opaque part computed from the {@link ServiceKey}, so
 * the same service has the same id in every installation and after every rebuild, and no key of a database or of the
 * agency shows.
 *
 * @param value such as {@code skatteverket-7q2mzk4vhadt}: lower-case letters, digits and hyphens
 */
public record ServiceId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,80}");
    private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int OPAQUE_LENGTH = 13;

    @JsonCreator
    public ServiceId {
        Constraints.matching(value, "service id", FORM, "lower-case letters, digits and hyphens");
    }

    /** The id of the service that the key names. Sixty-five bits of its SHA-256 keep ten million services apart. */
    public static ServiceId of(ServiceKey key) {
        byte[] digest = sha256(key.authority().value() + "\n" + key.code());
        StringBuilder id = new StringBuilder(key.authority().value()).append('-');
        long bits = 0;
        int available = 0;
        int next = 0;
        for (int i = 0; i < OPAQUE_LENGTH; i++) {
            if (available < 5) {
                bits = (bits << 8) | (digest[next++] & 0xFF);
                available += 8;
            }
            available -= 5;
            id.append(BASE32.charAt((int) (bits >> available) & 31));
        }
        return new ServiceId(id.toString());
    }

    /** The id that a caller wrote, or nothing where it cannot be one. */
    public static Optional<ServiceId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new ServiceId(text)) : Optional.empty();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform provides SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
