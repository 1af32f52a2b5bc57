package se.tjanstenav.connectors.access;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a key; the key itself is not.
 *
 * @param id the public part of the key
 * @param createdBy who made it, as {@link Caller#name} tells
 * @param lastUsed the latest day, in UTC, on which it was used
 */
public record AccessKey(
        String id,
        KeyGrant grant,
        String createdBy,
        Instant createdAt,
        @Nullable LocalDate lastUsed,
        @Nullable String revokedBy,
        @Nullable Instant revokedAt) {

    /** Who calls with this key. */
    public Caller caller() {
        return new Caller("%s (%s)".formatted(grant.title(), id), grant.role(), grant.agency());
    }

    boolean isValidAt(Instant now) {
        return revokedAt == null
                && (grant.expiresAt() == null || grant.expiresAt().isAfter(now));
    }
}
