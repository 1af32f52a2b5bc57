package se.tjanstenav.connectors.secret;

import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The operator's keys. What is wrong with them is told without a piece of them, ids that may be keys included. */
final class SecretKeys {

    /** Shorter than a key in base64, so that a key given in place of an id is not taken for one. */
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");

    private static final int BYTES = 32;
    private static final String REMEDY = ". Make a key with 'openssl rand -base64 32'";

    private final Map<String, SecretKey> keys;
    private final @Nullable Active active;

    private SecretKeys(Map<String, SecretKey> keys, @Nullable Active active) {
        this.keys = keys;
        this.active = active;
    }

    /** A key and its id. */
    record Active(String id, SecretKey key) {

        @Override
        public String toString() {
            return "Active[" + id + ", ***]";
        }
    }

    /**
     * Takes the keys from the configuration.
     *
     * @throws IllegalStateException that says what is wrong with them
     */
    static SecretKeys of(SecretsProperties properties) {
        Map<String, String> texts = properties.keys() == null ? Map.of() : properties.keys();
        Map<String, SecretKey> keys = new HashMap<>();
        texts.forEach((id, text) -> {
            if (!ID.matcher(id).matches()) {
                throw new IllegalStateException("tjanstenav.secrets.keys has an id that is not a name of at most 32"
                        + " lower-case letters, digits and hyphens, such as k1");
            }
            keys.put(id, key(id, text));
        });
        return new SecretKeys(Map.copyOf(keys), active(properties.activeKey(), keys));
    }

    private static SecretKey key(String id, String text) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("tjanstenav.secrets.keys." + id + " is not in base64" + REMEDY);
        }
        if (bytes.length != BYTES) {
            throw new IllegalStateException(
                    "tjanstenav.secrets.keys.%s has %d bytes instead of 32".formatted(id, bytes.length) + REMEDY);
        }
        return new SecretKeySpec(bytes, "AES");
    }

    private static @Nullable Active active(@Nullable String wanted, Map<String, SecretKey> keys) {
        if (wanted == null || wanted.isBlank()) {
            if (keys.size() > 1) {
                throw new IllegalStateException(
                        "tjanstenav.secrets.active-key is missing: give the id of the key that is to encrypt");
            }
            return keys.entrySet().stream()
                    .findFirst()
                    .map(only -> new Active(only.getKey(), only.getValue()))
                    .orElse(null);
        }
        SecretKey key = keys.get(wanted);
        if (key == null) {
            throw new IllegalStateException(
                    "tjanstenav.secrets.active-key is none of the ids of tjanstenav.secrets.keys");
        }
        return new Active(wanted, key);
    }

    /** The key that encrypts, if there is any key. */
    Optional<Active> active() {
        return Optional.ofNullable(active);
    }

    Optional<SecretKey> find(String id) {
        return Optional.ofNullable(keys.get(id));
    }

    @Override
    public String toString() {
        return "SecretKeys[***]";
    }
}
