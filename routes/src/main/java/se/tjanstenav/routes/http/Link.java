package se.tjanstenav.routes.http;

/**
 * A link to another answer of the API (national REST API profile, HYP.11–17).
 *
 * @param href absolute where the hub knows its public URL, else from the server's root
 * @param method the HTTP method it is to be followed with
 */
public record Link(String href, String rel, String method) {

    public static Link to(String href, String rel) {
        return new Link(href, rel, "GET");
    }
}
