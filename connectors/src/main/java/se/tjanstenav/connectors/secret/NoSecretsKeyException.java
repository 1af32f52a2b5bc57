package se.tjanstenav.connectors.secret;

/** Nothing can be stored because there is nothing to encrypt it with. */
public final class NoSecretsKeyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoSecretsKeyException() {
        super(
                "No key for secrets is configured. Make one with 'openssl rand -base64 32' and give it to every process of"
                        + " the hub as tjanstenav.secrets.keys.<id>, where <id> is a name such as k1");
    }
}
