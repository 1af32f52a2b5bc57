package se.tjanstenav.catalog.search;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An OpenSearch that replicas of the hub share, instead of the embedded Lucene.
 *
 * @param uris the nodes, {@code https://…} or {@code http://…}, all of them of one scheme; none for Lucene
 * @param username for OpenSearch
 * @param password for OpenSearch
 * @param indexPrefix what the names of all indexes begin with, so that hubs can share an OpenSearch
 * @param caCertificate a PEM file with the authority that signed the nodes' certificates, where Java does not know it
 * @param version the oldest version of the nodes, as Hibernate Search must know it before it can ask them
 */
@ConfigurationProperties("tjanstenav.catalog.search.opensearch")
record OpenSearchProperties(
        @DefaultValue List<URI> uris,
        @Nullable String username,
        @Nullable String password,
        @DefaultValue("tjanstenav") String indexPrefix,
        @Nullable Path caCertificate,
        @DefaultValue("2.19") String version) {

    private static final String KEY = "tjanstenav.catalog.search.opensearch.";

    OpenSearchProperties {
        uris = List.copyOf(uris);
        for (URI uri : uris) {
            if (!List.of("http", "https").contains(String.valueOf(uri.getScheme())) || uri.getHost() == null) {
                throw new IllegalArgumentException(KEY + "uris must be addresses such as https://search.example:9200");
            }
            if (uri.getUserInfo() != null) {
                throw new IllegalArgumentException(KEY + "uris must not hold a password; set " + KEY + "password");
            }
        }
        if (uris.stream().map(URI::getScheme).distinct().count() > 1) {
            throw new IllegalArgumentException(KEY + "uris must be all http or all https");
        }
        if (!indexPrefix.matches("[a-z][a-z0-9_]{0,40}")) {
            throw new IllegalArgumentException(
                    KEY + "index-prefix must be lower-case letters, digits and _, and begin with a letter");
        }
    }

    boolean configured() {
        return !uris.isEmpty();
    }

    @Override
    public String toString() {
        return "OpenSearchProperties[uris=%s, username=%s, indexPrefix=%s, caCertificate=%s, version=%s]"
                .formatted(uris, username, indexPrefix, caCertificate, version);
    }
}
