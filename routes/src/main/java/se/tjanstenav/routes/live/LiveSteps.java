package se.tjanstenav.routes.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Body;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.tjanstenav.catalog.Fault;
import se.tjanstenav.catalog.WaitingTimes.Said;
import se.tjanstenav.catalog.WaitingTimes.State;
import se.tjanstenav.catalog.model.ServiceKey;
import se.tjanstenav.connectors.Connectors;
import se.tjanstenav.connectors.FetchException;
import se.tjanstenav.connectors.LiveAnswer;
import se.tjanstenav.connectors.LiveFeed;

/** The steps of {@link LiveRoutes}, each callable without Camel running. */
class LiveSteps {

    private static final Logger log = LoggerFactory.getLogger("tjanstenav.live");
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Connectors connectors;
    private final KnownAnswers answers;
    private final Flights flights;
    private final LiveStatuses statuses;
    private final LiveMeters meters;
    private final Duration retryAfter;
    private final Clock clock;

    LiveSteps(
            Connectors connectors,
            KnownAnswers answers,
            LiveProperties properties,
            LiveStatuses statuses,
            LiveMeters meters,
            Clock clock) {
        this.connectors = connectors;
        this.answers = answers;
        this.flights = new Flights(properties.threadsPerFeed());
        this.statuses = statuses;
        this.meters = meters;
        this.retryAfter = properties.retryAfter();
        this.clock = clock;
    }

    /** One question to every live feed that may know the service. */
    List<LookUp> scatter(@Body ServiceKey service) {
        return connectors.liveFeeds().stream()
                .filter(feed -> feed.answersFor(service))
                .map(feed -> new LookUp(feed, service))
                .toList();
    }

    /** Where the agency is to be asked, joins the request under way or begins one. */
    LookUp begin(@Body LookUp asked) {
        LookUpKey key = asked.key();
        if (!isDue(key)) {
            return asked;
        }
        Instant now = clock.instant();
        boolean waits = answers.of(key).worthWaiting(now, asked.feed().rules());
        Flight offered = new Flight(now);
        Flight joined = flights.join(key, offered, () -> isDue(key));
        return asked.joining(joined, joined == offered, waits);
    }

    private boolean isDue(LookUpKey key) {
        return answers.of(key).due(clock.instant(), key.feed().rules());
    }

    boolean leads(@Body LookUp lookUp) {
        return lookUp.leads();
    }

    /** Asks the agency, and keeps what it says or that it failed. */
    void ask(@Body LookUp lookUp) {
        Flight flight = lookUp.ownFlight();
        LookUpKey key = lookUp.key();
        Known outcome = null;
        try {
            outcome = outcome(lookUp, flight, answers.of(key));
            answers.put(key, outcome);
        } finally {
            flights.land(key, flight, outcome);
        }
    }

    private Known outcome(LookUp lookUp, Flight flight, Known before) {
        LiveFeed feed = lookUp.feed();
        try {
            LiveAnswer answer = feed.ask(lookUp.service());
            Duration lasted = flight.lasted();
            meters.asked(feed, true, lasted);
            statuses.succeeded(feed, answer);
            return Known.answered(
                    answer, clock.instant(), lasted.compareTo(feed.rules().budget()) > 0);
        } catch (RuntimeException e) {
            meters.asked(feed, false, flight.lasted());
            statuses.failed(feed, faultOf(feed, e));
            return before.failed(flight.begunAt(), clock.instant().plus(retryAfter));
        }
    }

    private static Fault faultOf(LiveFeed feed, RuntimeException e) {
        if (e instanceof FetchException fetch) {
            log.debug("Live feed {}: {}", feed.id(), fetch.getMessage());
            return fetch.fault();
        }
        log.error("Live feed {}: the look-up failed inside the hub", feed.id(), e);
        return new Fault(
                Fault.Category.HUB,
                "HUB_ERROR",
                "The hub failed while asking feed " + feed.id() + "; its log tells the operator why");
    }

    /** No thread was free: whoever waits is told what is known. */
    void giveUp(@Body LookUp lookUp) {
        flights.land(lookUp.key(), lookUp.ownFlight(), null);
    }

    /** Waits for agencies that are expected to answer, each within its budget, and tells what is known then. */
    List<Said> gather(@Body List<LookUp> lookUps) {
        lookUps.forEach(this::await);
        return lookUps.stream().map(this::said).toList();
    }

    private void await(LookUp lookUp) {
        LiveFeed feed = lookUp.feed();
        Flight flight = lookUp.flight();
        if (flight != null && lookUp.waits() && !flight.await(feed.rules().budget())) {
            log.debug("Live feed {}: no answer within the budget", feed.id());
        }
    }

    private Said said(LookUp lookUp) {
        LiveFeed feed = lookUp.feed();
        Known known = known(lookUp);
        Instant now = clock.instant();
        State state = known.state(now, feed.rules());
        meters.told(feed, state);
        LiveAnswer answer = known.answer();
        LiveAnswer.Statements statements = answer == null || state == State.UNKNOWN
                ? new LiveAnswer.Statements(List.of(), List.of())
                : answer.of(lookUp.service());
        return new Said(
                feed.id(),
                feed.registration().kind(),
                state,
                statements.processingTimes(),
                statements.channels(),
                known.retrievedAt(),
                state == State.UNKNOWN ? unknownSince(known, lookUp.flight(), now) : null,
                holdsFor(known, state, feed.rules(), now));
    }

    private Known known(LookUp lookUp) {
        Flight flight = lookUp.flight();
        Optional<Known> landed = flight == null ? Optional.empty() : flight.outcome();
        return landed.orElseGet(() -> answers.of(lookUp.key()));
    }

    private static Instant unknownSince(Known known, @Nullable Flight flight, Instant now) {
        if (known.failingSince() != null) {
            return known.failingSince();
        }
        return flight == null ? now : flight.begunAt();
    }

    private static Duration holdsFor(Known known, State state, LiveFeed.Rules rules, Instant now) {
        if (state == State.FRESH && known.retrievedAt() != null) {
            return Duration.between(now, known.retrievedAt().plus(rules.fresh()));
        }
        boolean resting = known.notBefore() != null && now.isBefore(known.notBefore());
        return resting ? Duration.between(now, known.notBefore()) : SOON;
    }
}
