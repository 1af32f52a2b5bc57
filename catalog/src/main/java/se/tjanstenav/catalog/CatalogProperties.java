package se.tjanstenav.catalog;

import java.nio.file.Path;
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
 * @param cacheSize how much memory ready answers may take
 */
@ConfigurationProperties("tjanstenav.catalog")
public record CatalogProperties(
        @DefaultValue("jdbc:sqlite:./data/tjanstenav.db") String jdbcUrl,
        @Nullable String username,
        @Nullable String password,
        @DefaultValue("data/index") Path indexDirectory,
        @DefaultValue("64MB") DataSize cacheSize) {

    public CatalogProperties {
        if (!jdbcUrl.startsWith("jdbc:sqlite:") && !jdbcUrl.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException(
                    "tjanstenav.catalog.jdbc-url must start with jdbc:sqlite: or jdbc:postgresql:");
        }
        if (cacheSize.toBytes() < 0) {
            throw new IllegalArgumentException("tjanstenav.catalog.cache-size cannot be negative, but is " + cacheSize);
        }
    }

    /** Leaves out the password, and the URL's parameters since a password can stand there. */
    @Override
    public String toString() {
        return "CatalogProperties[jdbcUrl=%s, username=%s, indexDirectory=%s, cacheSize=%s]"
                .formatted(jdbcUrl.replaceFirst("\\?.*", "?…"), username, indexDirectory, cacheSize);
    }
}
