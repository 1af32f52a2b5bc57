package se.tjanstenav.connectors.access;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.AgencyId;

/** The keys of the registry API. Every key that is made or revoked leaves a row in the audit log. */
public interface AccessKeys {

    /**
     * Makes a key.
     *
     * @param by who asks for it, as {@link Caller#name} tells
     */
    NewKey create(KeyGrant grant, String by);

    /** Makes an operator's key if there has never been any key; of several processes that ask at once one gets it. */
    Optional<NewKey> createFirst(String title, String by);

    /** The key, if that is what was presented and it is neither revoked nor expired; notes the day of its use. */
    Optional<AccessKey> find(String presented);

    /** A key by its public part, be it valid or not. */
    Optional<AccessKey> byId(String id);

    /**
     * Keys, be they valid or not, the oldest first.
     *
     * @param agency whose; null for all, the operators' included
     */
    Page list(@Nullable AgencyId agency, int offset, int limit);

    /**
     * Makes a key invalid at once and for good. A revoked or unknown key stays what it is.
     *
     * @throws LastOperatorKeyException if no operator would have a valid key any more
     */
    void revoke(String id, String by);

    /**
     * Some of the keys.
     *
     * @param total how many there are in all
     */
    record Page(List<AccessKey> keys, long total) {

        public Page {
            keys = List.copyOf(keys);
        }
    }
}
