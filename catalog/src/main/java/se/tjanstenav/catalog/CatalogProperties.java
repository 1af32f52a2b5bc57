package se.tjanstenav.catalog;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where the catalogue lives.
 *
 * @param jdbcUrl the database: {@code jdbc:sqlite:<file>} or {@code jdbc:postgresql://…}; the URL alone decides which
 * @param username for PostgreSQL
 * @param password for PostgreSQL
 * @param indexDirectory folder of the search index, of which no two running processes may share one
 * @param cacheSize how much memory ready answers about single services may take; a quarter of it is added for lists
 *     and answers to questions, and as much again for the services that lists show
 * @param mostGrowth how many times as long as before a run may make a feed of at least 20 records before it is held back.
 *     Agencies take in a colleague's services or split theirs by municipality, which multiplies a feed by two or three;
 *     a source that makes up records without end goes far beyond any factor
 * @param historyRetention how long times and outcomes are remembered after they are published no longer
 */
@ConfigurationProperties("tjanstenav.catalog")
public record CatalogProperties(
        @DefaultValue("jdbc:sqlite:./data/tjanstenav.db") String jdbcUrl,
        @Nullable String username,
        @Nullable String password,
        @DefaultValue("data/index") Path indexDirectory,
        @DefaultValue("64MB") DataSize cacheSize,
        @DefaultValue("5") int mostGrowth,
        @DefaultValue("3650d") Duration historyRetention) {

    public CatalogProperties {
        if (!jdbcUrl.startsWith("jdbc:sqlite:") && !jdbcUrl.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException(
                    "tjanstenav.catalog.jdbc-url must start with jdbc:sqlite: or jdbc:postgresql:");
        }
        if (cacheSize.toBytes() < 0) {
            throw new IllegalArgumentException("tjanstenav.catalog.cache-size cannot be negative, but is " + cacheSize);
        }
        if (mostGrowth < 2) {
            throw new IllegalArgumentException(
                    "tjanstenav.catalog.most-growth must be 2 or more, but is " + mostGrowth);
        }
        if (historyRetention.isNegative()) {
            throw new IllegalArgumentException(
                    "tjanstenav.catalog.history-retention cannot be negative, but is " + historyRetention);
        }
    }

    /** Whether this is one hub on a file of SQLite's, into which no other hub publishes. */
    public boolean sqlite() {
        return jdbcUrl.startsWith("jdbc:sqlite:");
    }

    /** Leaves out the password, and the URL's parameters since a password can stand there. */
    @Override
    public String toString() {
        return "CatalogProperties[jdbcUrl=%s, username=%s, indexDirectory=%s, cacheSize=%s, mostGrowth=%d, historyRetention=%s]"
                .formatted(
                        jdbcUrl.replaceFirst("\\?.*", "?…"),
                        username,
                        indexDirectory,
                        cacheSize,
                        mostGrowth,
                        historyRetention);
    }
}
