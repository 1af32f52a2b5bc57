package se.tjanstenav.catalog.model;

/**
 * What makes contributions about the same service meet: the competent authority and that authority's own service code.
 *
 * @param authority the authority that answers for the service by law, whoever describes it
 * @param code the authority's own code, at most 120 characters
 */
public record ServiceKey(AgencyId authority, String code) implements Comparable<ServiceKey> {

    public ServiceKey {
        code = Constraints.text(code, "service code", 120);
    }

    @Override
    public int compareTo(ServiceKey other) {
        int byAuthority = authority.compareTo(other.authority);
        return byAuthority != 0 ? byAuthority : code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return authority + "/" + code;
    }
}
