package se.tjanstenav.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.Channel;
import se.tjanstenav.catalog.model.FeedId;
import se.tjanstenav.catalog.model.ProcessingTime;
import se.tjanstenav.catalog.model.ServiceKey;

/**
 * What agencies say at this moment about a service, such as how long its queue is. They are asked when somebody wants to
 * know, and what they say is kept for minutes and never published. No answer waits for an agency longer than the budget
 * of its feed, and none fails because an agency does.
 */
public interface WaitingTimes {

    /** Whether there is a live feed that may know the service; costs nothing. */
    boolean covers(ServiceKey service);

    /** What every live feed that may know the service says of it, in order of feed. */
    List<Said> of(ServiceKey service);

    /** How every live feed stands after its latest look-up, ordered by feed. */
    List<SourceStatus> sources();

    /**
     * What one feed says of the service.
     *
     * @param kind what the feed is mainly about
     * @param processingTimes empty where {@code state} is unknown, or the agency says nothing of the service
     * @param channels likewise
     * @param retrievedAt when the agency last told, null where it never has
     * @param unknownSince since when it has been asked in vain, only where {@code state} is unknown
     * @param holdsFor how long there is no use in asking again
     */
    record Said(
            FeedId feed,
            FeedKind kind,
            State state,
            List<ProcessingTime> processingTimes,
            List<Channel> channels,
            @Nullable Instant retrievedAt,
            @Nullable Instant unknownSince,
            Duration holdsFor) {

        public Said {
            processingTimes = List.copyOf(processingTimes);
            channels = List.copyOf(channels);
        }
    }

    /** How much what is said can be relied on. */
    enum State {
        /** The agency said so within the time that its feed counts as fresh. */
        @JsonProperty("fresh")
        FRESH,
        /** It said so a while ago, and is being asked anew or does not answer. */
        @JsonProperty("stale")
        STALE,
        /** It does not answer, and what it said last is too old to be shown. */
        @JsonProperty("unknown")
        UNKNOWN
    }
}
