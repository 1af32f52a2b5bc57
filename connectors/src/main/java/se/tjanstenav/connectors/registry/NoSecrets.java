package se.tjanstenav.connectors.registry;

import org.jspecify.annotations.Nullable;
import se.tjanstenav.connectors.fault.FaultCode;
import se.tjanstenav.connectors.fault.SourceException;
import se.tjanstenav.connectors.secret.Secret;
import se.tjanstenav.connectors.secret.SecretField;
import se.tjanstenav.connectors.secret.Secrets;

/** What a connector may read that is not registered, or not the caller's. There is nothing to mask either. */
record NoSecrets() implements Secrets {

    @Override
    public boolean has(String name, SecretField field) {
        return false;
    }

    @Override
    public Secret read(String name, SecretField field) {
        throw SourceException.of(FaultCode.MISSING_SECRET, "The secret '" + name + "' does not exist");
    }

    @Override
    public String remedy(String name, SecretField field) {
        return "Register the connector and store the secret for %s, or try it without authentication."
                .formatted(field.pointer());
    }

    @Override
    public void alsoMask(String origin, String value) {
        // Without a secret there is no token either.
    }

    @Override
    public String mask(String text) {
        return text;
    }

    @Override
    public @Nullable Object masked(@Nullable Object tree) {
        return tree;
    }
}
