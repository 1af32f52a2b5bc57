package se.tjanstenav.catalog.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where one field group of a service comes from, or what it inherits from a national concept.
 *
 * @param agency the agency that runs the feed
 * @param competentAuthority whether that agency is the service's competent authority, and not an aggregator
 * @param retrievedAt when the hub fetched what it shows, if unchanged since then
 * @param changedAtSource when the source says it last changed
 * @param warnings codes of what is doubtful about the records it comes from, sorted; mostly none
 * @param conflicts records that say something else and lost to this feed's, at most {@value #MOST_CONFLICTS}
 * @param inherited names of the fields that come from here because the service itself does not say them, sorted; the
 *     feed is then the one that defines the concept
 */
public record Provenance(
        FieldGroup group,
        FeedId feed,
        AgencyId agency,
        boolean competentAuthority,
        Instant retrievedAt,
        @Nullable Instant changedAtSource,
        // What may be empty is left out then, as in what was stored before there was such a thing.
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> warnings,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Conflict> conflicts,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> inherited) {

    public static final int MOST_CONFLICTS = 50;

    public Provenance(
            FieldGroup group,
            FeedId feed,
            AgencyId agency,
            boolean competentAuthority,
            Instant retrievedAt,
            @Nullable Instant changedAtSource,
            @Nullable List<String> warnings,
            @Nullable List<Conflict> conflicts,
            @Nullable List<String> inherited) {
        this.group = group;
        this.feed = feed;
        this.agency = agency;
        this.competentAuthority = competentAuthority;
        this.retrievedAt = retrievedAt;
        this.changedAtSource = changedAtSource;
        this.warnings = warnings == null ? List.of() : List.copyOf(warnings);
        this.conflicts = conflicts == null
                ? List.of()
                : conflicts.stream().limit(MOST_CONFLICTS).toList();
        this.inherited = inherited == null ? List.of() : List.copyOf(inherited);
    }

    /** The other feeds that say something else and lost to this one, sorted. */
    public List<FeedId> overruled() {
        return conflicts.stream()
                .map(Conflict::feed)
                .filter(other -> !other.equals(feed))
                .distinct()
                .sorted()
                .toList();
    }
}
