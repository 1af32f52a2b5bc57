package se.tjanstenav.routes.access;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;

/**
 * The issuer's public keys, fetched when a token needs them and kept for a while; if the issuer is out of reach, the
 * keys known last still hold for an hour. The address is the operator's, so the rules for addresses out of descriptors
 * do not apply.
 */
final class IssuerKeys {

    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final Duration KEPT_IN_AN_OUTAGE = Duration.ofHours(1);
    private static final Duration FETCHED_AT_MOST_EVERY = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int MOST_BYTES = 100_000;

    private IssuerKeys() {}

    static JWKSource<SecurityContext> at(URI address) {
        try {
            return JWKSourceBuilder.create(address.toURL(), new Straight())
                    .cache(KEPT.toMillis(), 2 * PATIENCE.toMillis())
                    .refreshAheadCache(false)
                    .rateLimited(FETCHED_AT_MOST_EVERY.toMillis())
                    .outageTolerant(KEPT_IN_AN_OUTAGE.toMillis())
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("tjanstenav.access.jwt.jwk-set-uri is not a URL: " + address, e);
        }
    }

    /** Within bounds of time and size, and without following redirects. */
    private static final class Straight extends DefaultResourceRetriever {

        Straight() {
            super((int) PATIENCE.toMillis(), (int) PATIENCE.toMillis(), MOST_BYTES);
        }

        @Override
        protected HttpURLConnection openHTTPConnection(URL address) throws IOException {
            HttpURLConnection connection = super.openHTTPConnection(address);
            connection.setInstanceFollowRedirects(false);
            return connection;
        }
    }
}
