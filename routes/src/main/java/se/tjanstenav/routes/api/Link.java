package se.tjanstenav.routes.api;

/**
 * A link to another answer of the API (national REST API profile, HYP.11–17).
 *
 * @param href absolute where the hub knows its public URL, else from the server's root
 * @param method the HTTP method it is to be followed with
 */
record Link(String href, String rel, String method) {

    static Link to(String href, String rel) {
        return new Link(href, rel, "GET");
    }
}
