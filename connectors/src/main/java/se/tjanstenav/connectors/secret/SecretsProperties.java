package se.tjanstenav.connectors.secret;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the secrets of registered connectors are encrypted with.
 *
 * @param keys keys by their id, 32 random bytes in base64 each, as {@code openssl rand -base64 32} makes them
 * @param activeKey id of the key that encrypts; the others only decrypt. Not needed where there is one key only
 */
@ConfigurationProperties("tjanstenav.secrets")
public record SecretsProperties(
        @Nullable Map<String, String> keys, @Nullable String activeKey) {

    @Override
    public String toString() {
        return "SecretsProperties[keys=%s, activeKey=***]".formatted(keys == null ? "none" : keys.size());
    }
}
