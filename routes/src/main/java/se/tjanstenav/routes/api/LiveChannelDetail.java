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
 * What an agency says at this moment of a way to reach a service.
 *
 * @param source connector and feed, as in the list of sources
 * @param state as of a waiting time
 * @param retrievedAt when the agency last told
 * @param unknownSince since when it has been asked in vain; only where {@code state} is {@code unknown}
 * @param channel the fields of a channel, left out where {@code state} is {@code unknown}
 */
record LiveChannelDetail(
        String source,
        State state,
        @Nullable Instant retrievedAt,
        @Nullable Instant unknownSince,
        @JsonUnwrapped @Nullable ChannelDetail channel) {

    static List<LiveChannelDetail> list(List<Said> said, Languages languages) {
        return said.stream().flatMap(each -> of(each, languages)).toList();
    }

    private static Stream<LiveChannelDetail> of(Said said, Languages languages) {
        if (said.state() == State.UNKNOWN) {
            return said.kind() == FeedKind.CHANNELS ? Stream.of(of(said, (ChannelDetail) null)) : Stream.empty();
        }
        return ChannelDetail.list(said.channels(), languages).stream().map(channel -> of(said, channel));
    }

    private static LiveChannelDetail of(Said said, @Nullable ChannelDetail channel) {
        return new LiveChannelDetail(
                said.feed().path(), said.state(), said.retrievedAt(), said.unknownSince(), channel);
    }
}
