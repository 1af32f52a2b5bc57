package se.tjanstenav.routes.registry;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.KeptReject;
import se.tjanstenav.catalog.Reject;
import se.tjanstenav.routes.http.Link;
import se.tjanstenav.routes.http.PageMeta;

/**
 * A record that a run could not use, told so that its agency can mend it.
 *
 * @param number its place among the run's rejects, from 1
 * @param ordinal the record's place in the feed
 * @param pointer JSON pointer to the fault in the mapped result or the source record
 * @param expressionPosition place in the mapping expression, in characters from 0
 * @param excerpt the record's beginning, with what looks like a personal identity number masked
 * @param replayable whether the record is kept, and can be mapped again by a mended mapping
 */
record RejectDetail(
        int number,
        @Nullable String externalId,
        long ordinal,
        Reject.Stage stage,
        String code,
        String detail,
        @Nullable String pointer,
        @Nullable Integer expressionPosition,
        @Nullable String excerpt,
        boolean replayable,
        Map<String, Link> links) {

    /** Some of a run's rejects. */
    record RejectList(List<RejectDetail> rejects, PageMeta meta, Map<String, Link> links) {}

    /** @param path where the run's rejects are, with the start of every link */
    static RejectDetail of(KeptReject kept, String path) {
        Reject reject = kept.reject();
        Map<String, Link> links = kept.replayable()
                ? Map.of("replays", new Link(path + "/" + kept.number() + "/replays", "replays", "POST"))
                : Map.of();
        return new RejectDetail(
                kept.number(),
                reject.externalId(),
                reject.ordinal(),
                reject.stage(),
                reject.code(),
                reject.detail(),
                reject.pointer(),
                reject.expressionPosition(),
                reject.excerpt(),
                kept.replayable(),
                links);
    }
}
