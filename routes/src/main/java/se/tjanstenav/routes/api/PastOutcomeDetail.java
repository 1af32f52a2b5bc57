package se.tjanstenav.routes.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.History.PastOutcome;
import se.tjanstenav.routes.http.Link;
import se.tjanstenav.routes.http.PageMeta;

/**
 * How a commitment stood for a while.
 *
 * @param commitment code of the commitment
 * @param until absent while it stands so
 */
record PastOutcomeDetail(
        String commitment,
        CommitmentOutcomeDetail outcome,
        Instant from,
        @Nullable Instant until) {

    static PastOutcomeDetail of(PastOutcome past, Languages languages) {
        return new PastOutcomeDetail(
                past.commitment(),
                CommitmentOutcomeDetail.of(past.reported(), past.computed(), languages),
                past.from(),
                past.until());
    }

    /** One page of a service's outcomes, in the order that they were found. */
    record PastOutcomeList(List<PastOutcomeDetail> commitmentOutcomes, PageMeta meta, Map<String, Link> links) {}
}
