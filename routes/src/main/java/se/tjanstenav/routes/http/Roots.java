package se.tjanstenav.routes.http;

/** Where the hub's APIs lie, and what springdoc calls the contract of each. */
public final class Roots {

    /** The citizen API, open to everybody. */
    public static final String CATALOG = "/catalog/v1";

    /** The registry API, for agencies and operators. */
    public static final String REGISTRY = "/registry/v1";

    public static final String CATALOG_GROUP = "catalog";

    public static final String REGISTRY_GROUP = "registry";

    private Roots() {}
}
