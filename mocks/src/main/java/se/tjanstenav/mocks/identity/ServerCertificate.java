package se.tjanstenav.mocks.identity;

import se.tjanstenav.mocks.Fault;

/** What an agency's server shows its callers. */
public enum ServerCertificate {
    GOOD,
    EXPIRED,
    /** Good, but of another host. */
    FOREIGN;

    /** What the fault wants shown. */
    public static ServerCertificate with(Fault fault) {
        return switch (fault) {
            case EXPIRED_CERTIFICATE -> EXPIRED;
            case FOREIGN_CERTIFICATE -> FOREIGN;
            default -> GOOD;
        };
    }
}
