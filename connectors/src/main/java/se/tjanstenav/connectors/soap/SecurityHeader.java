package se.tjanstenav.connectors.soap;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import org.apache.wss4j.common.ConfigurationConstants;
import org.apache.wss4j.common.WSS4JConstants;
import org.apache.wss4j.common.ext.WSPasswordCallback;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.connectors.descriptor.Soap;
import se.tjanstenav.connectors.descriptor.Soap.Signature;
import se.tjanstenav.connectors.descriptor.Soap.UsernameToken;
import se.tjanstenav.connectors.descriptor.Soap.WsSecurity;
import se.tjanstenav.connectors.secret.SecretField;
import se.tjanstenav.connectors.secret.Secrets;

/** The WS-Security header that a descriptor asks for, as WSS4J is told it. Safe for use by several threads. */
final class SecurityHeader {

    private static final String CRYPTO = "tjanstenav.signature.crypto";
    private static final String TIMESTAMP = "{}{%s}Timestamp".formatted(WSS4JConstants.WSU_NS);

    private final WsSecurity security;
    private final String body;
    private final Secrets secrets;
    private final Clock clock;

    SecurityHeader(WsSecurity security, Soap.Version version, Secrets secrets, Clock clock) {
        this.security = security;
        this.body = "{}{%s}Body".formatted(namespace(version));
        this.secrets = secrets;
        this.clock = clock;
    }

    private static String namespace(Soap.Version version) {
        return switch (version) {
            case SOAP_11 -> WSS4JConstants.URI_SOAP11_ENV;
            case SOAP_12 -> WSS4JConstants.URI_SOAP12_ENV;
        };
    }

    /**
     * What one call needs; secrets are read anew, so that they can be rotated.
     *
     * @throws se.tjanstenav.connectors.fault.SourceException if the signing key cannot be used
     */
    Map<String, Object> properties() {
        List<String> actions = new ArrayList<>();
        Map<String, Object> properties = new HashMap<>();
        properties.put(ConfigurationConstants.PW_CALLBACK_REF, (CallbackHandler) this::supply);
        if (security.usernameToken() != null) {
            actions.add(ConfigurationConstants.USERNAME_TOKEN);
            addUsernameToken(properties, security.usernameToken());
        }
        if (security.timestamp()) {
            actions.add(ConfigurationConstants.TIMESTAMP);
        }
        if (security.signature() != null) {
            actions.add(ConfigurationConstants.SIGNATURE);
            addSignature(properties, security.signature());
        }
        properties.put(ConfigurationConstants.ACTION, String.join(" ", actions));
        return properties;
    }

    private static void addUsernameToken(Map<String, Object> properties, UsernameToken token) {
        properties.put(ConfigurationConstants.USER, token.username());
        properties.put(ConfigurationConstants.PASSWORD_TYPE, WSS4JConstants.PW_DIGEST);
    }

    private void addSignature(Map<String, Object> properties, Signature signature) {
        SigningKey key = SigningKey.read(signature.key().secret(), secrets, clock);
        properties.put(ConfigurationConstants.SIG_PROP_REF_ID, CRYPTO);
        properties.put(CRYPTO, key.crypto());
        properties.put(ConfigurationConstants.SIGNATURE_USER, SigningKey.ALIAS);
        properties.put(ConfigurationConstants.SIG_KEY_ID, "DirectReference");
        // A chain travels as a path, a certificate alone in the form that every receiver knows.
        properties.put(ConfigurationConstants.USE_SINGLE_CERTIFICATE, String.valueOf(key.chain() == 1));
        properties.put(ConfigurationConstants.SIG_ALGO, WSS4JConstants.RSA_SHA256);
        properties.put(ConfigurationConstants.SIG_DIGEST_ALGO, WSS4JConstants.SHA256);
        properties.put(ConfigurationConstants.SIG_C14N_ALGO, WSS4JConstants.C14N_EXCL_OMIT_COMMENTS);
        properties.put(ConfigurationConstants.SIGNATURE_PARTS, body + ";" + TIMESTAMP);
    }

    private void supply(Callback[] callbacks) {
        for (Callback callback : callbacks) {
            if (callback instanceof WSPasswordCallback wanted) {
                wanted.setPassword(password(wanted, security.usernameToken()));
            }
        }
    }

    /** The key store of the signing key lives in memory and has no password. */
    private String password(WSPasswordCallback wanted, @Nullable UsernameToken token) {
        return wanted.getUsage() == WSPasswordCallback.USERNAME_TOKEN && token != null
                ? secrets.read(token.password().secret(), SecretField.USERNAME_TOKEN_PASSWORD)
                        .reveal()
                : "";
    }
}
