package se.tjanstenav.routes.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.guidance.Scope;
import se.tjanstenav.routes.http.Link;

/**
 * Help for whoever answers a citizen: what the question is about, who answers for it there, how to reach them at the moment,
 * how long it takes and what is promised.
 *
 * @param question as it was asked
 * @param municipality code of SCB, where it was given
 * @param at the moment that the channels are told for
 * @param services what it is probably about, the likeliest first; of a national concept the local service before the others
 * @param notKnown what the catalogue cannot tell about the question as a whole
 */
record GuidanceDetail(
        String question,
        @Nullable String municipality,
        Instant at,
        List<Guided> services,
        List<GuidanceGap.Told> notKnown,
        Map<String, Link> links) {

    /**
     * One service that it may be about.
     *
     * @param agency who answers for it by law
     * @param scope whether it is local or applies everywhere
     * @param deliveredBy ids of the agencies that carry it out, where not the competent authority alone
     * @param channels what can be used at once first
     * @param commitments what is promised, and whether that was kept
     * @param notKnown what the catalogue cannot tell about this service
     */
    record Guided(
            String id,
            String name,
            @Nullable String summary,
            Map<String, String> textLanguage,
            AgencyReference agency,
            Scope scope,
            List<String> deliveredBy,
            OfferDetail offered,
            List<GuidanceChannel> channels,
            GuidanceWait expectedWait,
            List<CommitmentDetail> commitments,
            List<GuidanceGap.Told> notKnown,
            Map<String, Link> links) {}
}
