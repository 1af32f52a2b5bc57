package se.tjanstenav.routes.api;

import java.time.Duration;
import org.springframework.http.CacheControl;

/** How long anybody may keep an answer about services: fresh for a minute, and usable meanwhile when the hub is away. */
final class PublicCaching {

    static final CacheControl PUBLIC = CacheControl.maxAge(Duration.ofMinutes(1))
            .cachePublic()
            .staleWhileRevalidate(Duration.ofMinutes(5))
            .staleIfError(Duration.ofDays(1));

    private PublicCaching() {}
}
