package se.tjanstenav.mocks.rest;

/** How a client asks for the rest of a feed. */
enum Paging {
    /** Everything at once. */
    NONE(""),
    /** By a text of the agency's own that the page before gave. */
    CURSOR("after"),
    /** By the number of records to pass over. */
    OFFSET("offset"),
    /** By the number of the page. */
    PAGE("page"),
    /** By the number of the page, the way to the next one in the header {@code Link}. */
    LINK("page");

    private final String parameter;

    Paging(String parameter) {
        this.parameter = parameter;
    }

    /** The query parameter, unless the mapping names another. */
    String parameter() {
        return parameter;
    }
}
