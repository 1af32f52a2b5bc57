package se.tjanstenav.connectors.access;

import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.AgencyId;

/**
 * Who makes a request of the registry API.
 *
 * @param name as the audit log tells: a key's title and id, or the subject of a token
 * @param agency whom the caller speaks for; null for an operator
 */
public record Caller(String name, Role role, @Nullable AgencyId agency) {

    public Caller {
        if ((role == Role.AGENCY) != (agency != null)) {
            throw new IllegalArgumentException("An agency's caller has an agency, an operator has none");
        }
    }

    public boolean isOperator() {
        return role == Role.OPERATOR;
    }

    /** Whether what belongs to the agency exists for this caller; what does not is answered as an unknown id is. */
    public boolean mayTouch(AgencyId owner) {
        return isOperator() || owner.equals(agency);
    }
}
