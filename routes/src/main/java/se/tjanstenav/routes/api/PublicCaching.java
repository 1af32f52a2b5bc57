package se.tjanstenav.routes.api;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** How long anybody may keep an answer about services: fresh for a minute, and usable meanwhile when the hub is away. */
final class PublicCaching {

    static final CacheControl PUBLIC = CacheControl.maxAge(Duration.ofMinutes(1))
            .cachePublic()
            .staleWhileRevalidate(Duration.ofMinutes(5))
            .staleIfError(Duration.ofDays(1));

    private PublicCaching() {}

    /**
     * An answer that anybody may keep so long, in the reader's language.
     *
     * @param language what {@code Content-Language} tells
     */
    static <T> ResponseEntity<T> answer(T body, String language) {
        return answer(body, language, HttpHeaders.ACCEPT_LANGUAGE);
    }

    /** The same where other media types lie at the path too. */
    static <T> ResponseEntity<T> negotiated(T body, String language) {
        return answer(body, language, HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE);
    }

    private static <T> ResponseEntity<T> answer(T body, String language, String... varyBy) {
        return ResponseEntity.ok()
                .cacheControl(PUBLIC)
                .varyBy(varyBy)
                .header(HttpHeaders.CONTENT_LANGUAGE, language)
                .body(body);
    }
}
