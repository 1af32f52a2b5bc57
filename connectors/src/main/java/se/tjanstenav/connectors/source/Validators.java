package se.tjanstenav.connectors.source;

import org.jspecify.annotations.Nullable;

/**
 * By what an agency can tell whether an answer is still the one it gave before (RFC 9110 §8.8), as it wrote them.
 *
 * @param entityTag value of {@code ETag}
 * @param lastModified value of {@code Last-Modified}
 */
public record Validators(
        @Nullable String entityTag, @Nullable String lastModified) {

    public static final Validators NONE = new Validators(null, null);

    boolean isEmpty() {
        return entityTag == null && lastModified == null;
    }
}
