package se.tjanstenav.connectors.conformance;

import java.util.List;
import se.tjanstenav.catalog.FeedKind;
import se.tjanstenav.catalog.Reject;

/**
 * What was found about one feed.
 *
 * @param records how many records were read in the first harvest
 * @param more whether there were further records, which were not read
 * @param requests how many answers came in all, those of access tokens and of refused requests included
 * @param findings one for every expectation, in their order
 * @param rejects the records that the hub would reject
 */
public record FeedReport(
        String feed,
        FeedKind kind,
        int records,
        boolean more,
        int requests,
        List<Finding> findings,
        List<Reject> rejects) {

    public FeedReport {
        findings = List.copyOf(findings);
        rejects = List.copyOf(rejects);
    }
}
