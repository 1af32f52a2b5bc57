package se.tjanstenav.mocks;

/** What an agency's server shows its callers. */
enum ServerCertificate {
    GOOD,
    EXPIRED,
    /** Good, but of another host. */
    FOREIGN;

    /** What the fault wants shown. */
    static ServerCertificate with(Fault fault) {
        return switch (fault) {
            case EXPIRED_CERTIFICATE -> EXPIRED;
            case FOREIGN_CERTIFICATE -> FOREIGN;
            default -> GOOD;
        };
    }
}
