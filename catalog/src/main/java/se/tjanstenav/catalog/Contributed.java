package se.tjanstenav.catalog;

import java.time.Instant;
import java.util.List;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.catalog.model.FeedId;

/**
 * A published contribution together with who made it, as {@link Merge} needs it.
 *
 * @param agency the agency that runs the feed
 * @param retrievedAt when the hub fetched this content for the first time
 * @param warnings codes of what is doubtful about the record, sorted
 */
public record Contributed(
        FeedId feed, AgencyId agency, Instant retrievedAt, Contribution contribution, List<String> warnings) {

    public Contributed {
        warnings = List.copyOf(warnings);
    }

    /** One without warnings. */
    public Contributed(FeedId feed, AgencyId agency, Instant retrievedAt, Contribution contribution) {
        this(feed, agency, retrievedAt, contribution, List.of());
    }

    boolean fromCompetentAuthority() {
        return agency.equals(contribution.service().authority());
    }
}
