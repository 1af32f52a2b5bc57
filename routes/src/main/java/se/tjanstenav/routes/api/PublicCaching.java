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
        return ResponseEntity.ok()
                .cacheControl(PUBLIC)
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language)
                .body(body);
    }
}
