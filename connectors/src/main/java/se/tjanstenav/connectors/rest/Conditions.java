package se.tjanstenav.connectors.rest;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import se.tjanstenav.connectors.source.Validators;

/** Conditional requests (RFC 9110 §13): validators of answers, and the headers that ask for what differs from them. */
final class Conditions {

    private static final int LONGEST = 1000;
    private static final long A_SECOND = 1000;

    private Conditions() {}

    static Map<String, String> of(Validators known) {
        Map<String, String> headers = new HashMap<>();
        if (known.entityTag() != null) {
            headers.put(HttpHeaders.IF_NONE_MATCH, known.entityTag());
        }
        if (known.lastModified() != null) {
            headers.put(HttpHeaders.IF_MODIFIED_SINCE, known.lastModified());
        }
        return headers;
    }

    static Validators validators(HttpHeaders headers) {
        String entityTag = usable(headers.getFirst(HttpHeaders.ETAG));
        String lastModified = usable(headers.getFirst(HttpHeaders.LAST_MODIFIED));
        return new Validators(entityTag, entityTag != null || isSettled(headers) ? lastModified : null);
    }

    private static @Nullable String usable(@Nullable String value) {
        boolean sendable = value != null
                && !value.isBlank()
                && value.length() <= LONGEST
                && value.chars().allMatch(character -> character >= 0x20 && character <= 0x7e);
        return sendable ? value : null;
    }

    /** In the second of its last modification an answer may change once more under the same date (RFC 9110 §8.8.2.2). */
    private static boolean isSettled(HttpHeaders headers) {
        try {
            return headers.getDate() - headers.getLastModified() >= A_SECOND && headers.getLastModified() >= 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
