package se.tjanstenav.connectors.audit;

import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.AgencyId;

/**
 * One thing that somebody did.
 *
 * @param by who did it, as {@code Caller.name} tells
 * @param agency whom it concerns: the agency that may read of it besides the operator; null for the hub alone
 * @param connector the connector's id, if it was one
 * @param version the version of that connector
 * @param detail what else is worth knowing, never a secret; kept as one line of at most 500 characters
 */
public record AuditEvent(
        String by,
        @Nullable AgencyId agency,
        AuditAction action,
        @Nullable String connector,
        @Nullable Integer version,
        @Nullable String detail) {}
