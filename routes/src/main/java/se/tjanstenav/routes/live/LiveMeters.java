package se.tjanstenav.routes.live;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import org.springframework.stereotype.Component;
import se.tjanstenav.catalog.WaitingTimes.State;
import se.tjanstenav.connectors.LiveFeed;

/** Counts what citizens are told, and measures how long agencies take. */
@Component
class LiveMeters {

    private final MeterRegistry meters;

    LiveMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    void told(LiveFeed feed, State state) {
        meters.counter(
                        "tjanstenav.live.answers",
                        "feed",
                        feed.id().path(),
                        "state",
                        state.name().toLowerCase(Locale.ROOT))
                .increment();
    }

    void asked(LiveFeed feed, boolean answered, Duration lasted) {
        Timer.builder("tjanstenav.live.lookup.duration")
                .description("Time from a live request to an agency to its answer or failure")
                .tag("feed", feed.id().path())
                .tag("outcome", answered ? "answered" : "failed")
                .register(meters)
                .record(lasted);
    }
}
