package se.tjanstenav.connectors.secret;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.AgencyId;

/** The secrets of registered connectors, encrypted in the hub's database. */
public interface StoredSecrets {

    /** The longest value in bytes of UTF-8. */
    int MAX_BYTES = 64 * 1024;

    /** What a connector may read: what was stored for it, each for its own field. */
    Secrets of(String connector);

    /**
     * Stores a value in place of any before, and records who did it.
     *
     * @param agency whose connector it is
     * @throws NoSecretsKeyException if the operator has configured no key
     * @throws IllegalArgumentException if the value is empty, too long, or no Unicode text
     */
    Stored store(SecretSlot slot, AgencyId agency, String value, String by);

    Optional<StoredSecret> find(String name);

    /**
     * Some of the secrets, ordered by name.
     *
     * @param agency only this agency's; null for all
     */
    Page list(@Nullable AgencyId agency, int offset, int limit);

    /** Forgets a secret and records who did it; false if there is none. */
    boolean delete(String name, String by);

    /**
     * Encrypts with the active key whatever is encrypted with another one. What cannot be decrypted stays as it is.
     *
     * @return how many could not be
     */
    int encryptAnew();

    /** What became of a value. */
    enum Stored {
        CREATED,
        REPLACED,
        /** Nothing: the name belongs to another connector, or the agency has no such connector. */
        REFUSED
    }

    /**
     * Some of the secrets.
     *
     * @param total how many there are in all
     */
    record Page(List<StoredSecret> secrets, long total) {

        public Page {
            secrets = List.copyOf(secrets);
        }
    }
}
