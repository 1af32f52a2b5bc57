package se.tjanstenav.catalog.model;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Keeps every link that the catalogue hands to a browser to plain web addresses. */
final class WebAddress {

    private WebAddress() {}

    static void check(@Nullable URI uri, String field) {
        if (uri == null) {
            return;
        }
        boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
        if (!web || uri.getHost() == null || uri.getUserInfo() != null) {
            throw new IllegalArgumentException(
                    "The address of " + field + " must be an absolute http or https URL without credentials");
        }
    }
}
