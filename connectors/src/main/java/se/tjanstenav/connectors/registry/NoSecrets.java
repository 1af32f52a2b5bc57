package se.tjanstenav.connectors.registry;

import se.tjanstenav.connectors.fault.FaultCode;
import se.tjanstenav.connectors.fault.SourceException;
import se.tjanstenav.connectors.secret.Secret;
import se.tjanstenav.connectors.secret.SecretField;
import se.tjanstenav.connectors.secret.Secrets;

/** What a connector may read for which nothing is stored. There is nothing to mask either. */
record NoSecrets(String connector) implements Secrets {

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
        return "Store it: PUT /registry/v1/secrets/%s with {\"connector\": \"%s\", \"field\": \"%s\", \"value\": …}."
                .formatted(name, connector, field.pointer());
    }

    @Override
    public void alsoMask(String origin, String value) {
        // Without a secret there is no token either.
    }

    @Override
    public String mask(String text) {
        return text;
    }
}
