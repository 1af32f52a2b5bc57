package se.tjanstenav.routes.http;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the API is seen from outside.
 *
 * @param publicUrl scheme, host and port under which portals reach the hub, such as {@code https://api.example.se};
 *     links are relative to the server's root where it is not set, so no request header can forge them
 */
@ConfigurationProperties("tjanstenav.api")
public record ApiProperties(@Nullable URI publicUrl) {

    /** The start of every link: the public URL without a trailing slash, or nothing. */
    public String linkBase() {
        String url = publicUrl == null ? "" : publicUrl.toString();
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
