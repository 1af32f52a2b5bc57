package se.tjanstenav.routes.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.FeedKind;
import se.tjanstenav.catalog.WaitingTimes.Said;
import se.tjanstenav.catalog.WaitingTimes.State;

/**
 * What an agency says at this moment of how long a service takes.
 *
 * @param source connector and feed, as in the list of sources
 * @param state whether the agency has just said so, said so a while ago, or does not answer
 * @param retrievedAt when it last told
 * @param unknownSince since when it has been asked in vain; only where {@code state} is {@code unknown}
 * @param time the fields of a processing time, left out where {@code state} is {@code unknown}
 */
record WaitingTimeDetail(
        String source,
        State state,
        @Nullable Instant retrievedAt,
        @Nullable Instant unknownSince,
        @JsonUnwrapped @Nullable ProcessingTimeDetail time) {

    static List<WaitingTimeDetail> list(List<Said> said, Languages languages) {
        return said.stream().flatMap(each -> of(each, languages)).toList();
    }

    /** A source that tells nothing of the service has no entry; one that does not answer has one that says so. */
    private static Stream<WaitingTimeDetail> of(Said said, Languages languages) {
        if (said.state() == State.UNKNOWN) {
            return said.kind() == FeedKind.CHANNELS ? Stream.empty() : Stream.of(of(said, (ProcessingTimeDetail) null));
        }
        return ProcessingTimeDetail.list(said.processingTimes(), languages).stream()
                .map(time -> of(said, time));
    }

    private static WaitingTimeDetail of(Said said, @Nullable ProcessingTimeDetail time) {
        return new WaitingTimeDetail(said.feed().path(), said.state(), said.retrievedAt(), said.unknownSince(), time);
    }
}
