package se.tjanstenav.routes.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.Fault;
import se.tjanstenav.catalog.FeedKind;
import se.tjanstenav.catalog.SourceStatus;
import se.tjanstenav.catalog.SyncStatus;

/**
 * How one source stands.
 *
 * @param id connector and feed, such as {@code skatteverket/services}
 * @param status whether what is shown comes fresh from the source, or from the catalogue's last known good
 * @param lastSuccess when the latest successful harvest ended
 * @param lastFailure when the latest failed harvest ended
 * @param fault why the latest harvest failed, where it did
 * @param records how many published records come from it; of a live source, how many statements its latest answer has
 * @param live whether it is asked when somebody wants to know, rather than harvested
 */
record SourceStatusDetail(
        String id,
        String title,
        FeedKind kind,
        AgencyReference agency,
        SyncStatus status,
        @Nullable Instant lastSuccess,
        @Nullable Instant lastFailure,
        @Nullable Fault fault,
        long records,
        @Nullable Boolean harvesting,
        @Nullable Boolean live) {

    /** With everything that is known, for the list of sources. */
    static SourceStatusDetail of(SourceStatus source, Languages languages) {
        return of(source, languages, source.harvesting(), false);
    }

    /** A source that is never harvested, after its latest look-up. */
    static SourceStatusDetail live(SourceStatus source, Languages languages) {
        return of(source, languages, null, true);
    }

    /** Without what changes from second to second, for answers that are kept ready. */
    static SourceStatusDetail settled(SourceStatus source, Languages languages) {
        return of(source, languages, null, null);
    }

    private static SourceStatusDetail of(
            SourceStatus source, Languages languages, @Nullable Boolean harvesting, @Nullable Boolean live) {
        return new SourceStatusDetail(
                source.feed().path(),
                source.title(),
                source.kind(),
                AgencyReference.of(source.agency(), languages),
                source.status(),
                source.lastSuccess(),
                source.lastFailure(),
                source.fault(),
                source.records(),
                harvesting,
                live);
    }
}
