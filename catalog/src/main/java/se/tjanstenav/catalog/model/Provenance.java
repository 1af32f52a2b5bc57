package se.tjanstenav.catalog.model;

import com.fasterxml.jackson.annotation.JsonInclude;
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
 * @param warnings codes of what is doubtful about the records it comes from, sorted; mostly none
 */
public record Provenance(
        FieldGroup group,
        FeedId feed,
        AgencyId agency,
        boolean competentAuthority,
        Instant retrievedAt,
        @Nullable Instant changedAtSource,
        List<FeedId> overruled,
        // Left out where empty, as in what was stored before there were warnings.
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> warnings) {

    public Provenance(
            FieldGroup group,
            FeedId feed,
            AgencyId agency,
            boolean competentAuthority,
            Instant retrievedAt,
            @Nullable Instant changedAtSource,
            List<FeedId> overruled,
            @Nullable List<String> warnings) {
        this.group = group;
        this.feed = feed;
        this.agency = agency;
        this.competentAuthority = competentAuthority;
        this.retrievedAt = retrievedAt;
        this.changedAtSource = changedAtSource;
        this.overruled = List.copyOf(overruled);
        this.warnings = warnings == null ? List.of() : List.copyOf(warnings);
    }
}
