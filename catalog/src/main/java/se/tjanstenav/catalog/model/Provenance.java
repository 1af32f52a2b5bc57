package se.tjanstenav.catalog.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where one field group of a service comes from.
 *
 * @param agency the agency that runs the feed
 * @param competentAuthority whether that agency is the service's competent authority, and not an aggregator
 * @param retrievedAt when the hub fetched what it shows, if unchanged since then
 * @param changedAtSource when the source says it last changed
 * @param overruled feeds that say something else and lost to this one
 */
public record Provenance(
        FieldGroup group,
        FeedId feed,
        AgencyId agency,
        boolean competentAuthority,
        Instant retrievedAt,
        @Nullable Instant changedAtSource,
        List<FeedId> overruled) {

    public Provenance {
        overruled = List.copyOf(overruled);
    }
}
