package se.tjanstenav.connectors.secret;

import java.util.Optional;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;
import se.tjanstenav.connectors.fault.FaultCode;
import se.tjanstenav.connectors.fault.SourceException;

/** The stored secrets of one connector. Of other connectors' secrets it does not even tell that there are any. */
final class ConnectorSecrets implements Secrets {

    private final String connector;
    private final SecretTable table;
    private final SecretKeys keys;
    private final Masks masks = new Masks();

    ConnectorSecrets(String connector, SecretTable table, SecretKeys keys) {
        this.connector = connector;
        this.table = table;
        this.keys = keys;
    }

    @Override
    public boolean has(String name, SecretField field) {
        return own(name)
                .filter(row -> row.secret().slot().field() == field)
                .flatMap(row -> keys.find(row.secret().keyId()))
                .isPresent();
    }

    private Optional<SecretTable.Row> own(String name) {
        return table.find(name).filter(row -> row.secret().slot().connector().equals(connector));
    }

    @Override
    public Secret read(String name, SecretField field) {
        SecretTable.Row row = own(name)
                .orElseThrow(() -> missing("The secret '%s' is not stored for %s of the connector '%s'"
                        .formatted(name, field, connector)));
        StoredSecret secret = row.secret();
        if (secret.slot().field() != field) {
            throw missing("The secret '%s' is stored for %s and cannot be used for %s"
                    .formatted(name, secret.slot().field(), field));
        }
        SecretKey key = keys.find(secret.keyId())
                .orElseThrow(() -> missing(
                        "The secret '%s' is encrypted with the key '%s', which is not among tjanstenav.secrets.keys"
                                .formatted(name, secret.keyId())));
        String value = Seal.open(row.sealed(), secret.slot(), secret.keyId(), key)
                .orElseThrow(() -> missing(
                        "The secret '%s' cannot be decrypted with the key '%s': it was altered, or the key is another one than it was; store the secret anew"
                                .formatted(name, secret.keyId())));
        alsoMask(name, value);
        return new Secret(value);
    }

    private static SourceException missing(String detail) {
        return SourceException.of(FaultCode.MISSING_SECRET, detail);
    }

    @Override
    public String remedy(String name, SecretField field) {
        String store = "store it with PUT /registry/v1/secrets/%s for the connector '%s' and the field %s."
                .formatted(name, connector, field);
        Optional<StoredSecret> stored = own(name).map(SecretTable.Row::secret);
        if (stored.isEmpty()) {
            return StringUtils.capitalize(store);
        }
        SecretField other = stored.get().slot().field();
        return other == field
                ? "Ask the operator for the key '%s' in tjanstenav.secrets.keys, or %s"
                        .formatted(stored.get().keyId(), store)
                : "It can be used for %s only; %s".formatted(other, store);
    }

    @Override
    public void alsoMask(String origin, String value) {
        masks.add(origin, value);
    }

    @Override
    public String mask(String text) {
        return masks.mask(text);
    }

    @Override
    public @Nullable Object masked(@Nullable Object tree) {
        return masks.masked(tree);
    }

    @Override
    public String toString() {
        return "ConnectorSecrets[" + connector + "]";
    }
}
