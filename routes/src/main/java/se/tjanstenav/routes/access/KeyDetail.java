package se.tjanstenav.routes.access;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.connectors.access.AccessKey;
import se.tjanstenav.connectors.access.NewKey;
import se.tjanstenav.connectors.access.Role;

/**
 * A key as the registry API shows it.
 *
 * @param key the key itself, in the answer to the request that made it and never again
 * @param lastUsed the day, in UTC
 */
record KeyDetail(
        String id,
        String title,
        Role role,
        @Nullable AgencyId agency,
        @Nullable Instant expiresAt,
        String createdBy,
        Instant createdAt,
        @Nullable LocalDate lastUsed,
        @Nullable String revokedBy,
        @Nullable Instant revokedAt,
        @Nullable String key) {

    static KeyDetail of(AccessKey key) {
        return of(key, null);
    }

    static KeyDetail of(NewKey made) {
        return of(made.key(), made.text());
    }

    private static KeyDetail of(AccessKey key, @Nullable String text) {
        return new KeyDetail(
                key.id(),
                key.grant().title(),
                key.grant().role(),
                key.grant().agency(),
                key.grant().expiresAt(),
                key.createdBy(),
                key.createdAt(),
                key.lastUsed(),
                key.revokedBy(),
                key.revokedAt(),
                text);
    }

    /** Leaves out the key itself. */
    @Override
    public String toString() {
        return "KeyDetail[id=%s, title=%s]".formatted(id, title);
    }
}
