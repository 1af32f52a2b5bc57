package se.tjanstenav.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static se.tjanstenav.catalog.Samples.SERVICES;
import static se.tjanstenav.catalog.Samples.SKATTEVERKET;
import static se.tjanstenav.catalog.Samples.TILLVAXTVERKET;
import static se.tjanstenav.catalog.Samples.described;
import static se.tjanstenav.catalog.Samples.key;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.catalog.model.FeedId;
import se.tjanstenav.catalog.model.Journey;
import se.tjanstenav.catalog.model.JourneyId;
import se.tjanstenav.catalog.model.LocalizedText;
import se.tjanstenav.catalog.model.ServiceKey;

/** How journeys are published, held back and removed, alike on every database. */
abstract class JourneyContract extends AbsenceContract {

    private static final FeedId EVENTS = new FeedId("tillvaxtverket", "events");
    private static final FeedId COPIED = new FeedId("aggregator", "events");

    @Test
    void publishesJourneysWithTheRun() {
        registerEvents();
        HarvestRun run = hub.harvests().begin(EVENTS);
        run.stage(List.of(event("starta", "F1", "F2")));
        assertThat(journeys().page(null, null, 0, 10).items()).isEmpty();
        assertThat(journeys().version()).isZero();

        run.publish(Completeness.COMPLETE);

        PublishedJourney published = published("starta");
        assertThat(published.journey().steps())
                .extracting(step -> step.service().code())
                .containsExactly("F1", "F2");
        assertThat(published.provenance().feed()).isEqualTo(EVENTS);
        assertThat(published.changedAt()).isEqualTo(clock.instant());
        assertThat(journeys().version()).isEqualTo(1);
        assertThat(hub.status(EVENTS).records()).isEqualTo(1);
    }

    @Test
    void leavesServicesAndTheirChangeLogAlone() {
        hub.harvest(SERVICES, described("F1", "F-skatt"));
        long last = hub.changes().last();

        harvest(EVENTS, event("starta", "F1"));

        assertThat(hub.changes().last()).isEqualTo(last);
        assertThat(hub.names(null)).containsExactly("F-skatt");
    }

    @Test
    void takesTheOrderOfTheStepsForAChangeAndNothingElse() {
        harvest(EVENTS, event("starta", "F1", "F2"));
        Instant first = published("starta").changedAt();
        clock.advance(Duration.ofHours(1));

        assertThat(harvest(EVENTS, event("starta", "F1", "F2")).counts().unchanged())
                .isEqualTo(1);
        assertThat(journeys().version()).isEqualTo(1);
        assertThat(published("starta").changedAt()).isEqualTo(first);

        harvest(EVENTS, event("starta", "F2", "F1"));
        assertThat(journeys().version()).isEqualTo(2);
        assertThat(published("starta").changedAt()).isEqualTo(clock.instant());
    }

    @Test
    void prefersWhatTheAgencyItselfTells() {
        harvest(COPIED, event("starta", "F1"));
        assertThat(published("starta").provenance().competentAuthority()).isFalse();

        harvest(EVENTS, event("starta", "F1", "F2"));
        PublishedJourney own = published("starta");
        assertThat(own.journey().steps()).hasSize(2);
        assertThat(own.provenance().competentAuthority()).isTrue();
        assertThat(own.provenance().overruled()).containsExactly(COPIED);

        Instant changedAt = own.changedAt();
        clock.advance(Duration.ofHours(1));
        harvest(COPIED, event("starta", "F3"), event("driva", "F3"));
        assertThat(published("starta").changedAt()).isEqualTo(changedAt);
    }

    @Test
    void removesAJourneyThatTwoCompleteRunsHaveMissedAndCountsItAsAChange() {
        harvest(EVENTS, events(6));
        assertThat(journeys().version()).isEqualTo(6);

        harvest(EVENTS, events(5));
        assertThat(journeys().journey(idOf("event6"))).isPresent();
        harvest(EVENTS, events(5));

        assertThat(journeys().journey(idOf("event6"))).isEmpty();
        assertThat(journeys().page(null, null, 0, 10).total()).isEqualTo(5);
        assertThat(journeys().version()).isEqualTo(7);

        harvest(EVENTS, events(6));
        assertThat(journeys().journey(idOf("event6"))).isPresent();
        assertThat(journeys().version()).isEqualTo(8);
    }

    @Test
    void holdsBackARunThatShrinksTheFeed() {
        harvest(EVENTS, events(6));

        assertThat(harvest(EVENTS, events(2)).outcome()).isEqualTo(RunOutcome.QUARANTINED);

        assertThat(journeys().page(null, null, 0, 10).total()).isEqualTo(6);
    }

    @Test
    void listsJourneysByKindAndEventInOrderOfEventAPageAtATime() {
        Contribution life = Contribution.of(
                "moving",
                new ServiceKey(TILLVAXTVERKET, "flytta"),
                journey(Journey.Kind.LIFE_EVENT, "movingHome", "F1"),
                null);
        harvest(EVENTS, event("b", "F1"), life, event("a", "F1"));

        assertThat(journeys().page(Journey.Kind.LIFE_EVENT, null, 0, 10).items())
                .extracting(each -> each.journey().event())
                .containsExactly("movingHome");
        assertThat(journeys().page(null, "b", 0, 10).items())
                .extracting(each -> each.journey().event())
                .containsExactly("b");
        assertThat(journeys().page(Journey.Kind.LIFE_EVENT, "b", 0, 10).total()).isZero();
        Page<PublishedJourney> second = journeys().page(null, null, 1, 1);
        assertThat(second.total()).isEqualTo(3);
        assertThat(second.items()).extracting(each -> each.journey().event()).containsExactly("b");
    }

    @Test
    void refusesAJourneyOfAnAgencyThatTheFeedDoesNotSpeakFor() {
        Contribution foreign =
                Contribution.of("1", key("flytta"), journey(Journey.Kind.LIFE_EVENT, "movingHome", "F1"), null);

        RunReport report = harvest(EVENTS, foreign);

        assertThat(hub.rejects(report.id())).extracting(Reject::code).containsExactly("FOREIGN_AUTHORITY");
    }

    private void registerEvents() {
        List<FeedRegistration> feeds = new ArrayList<>(Samples.feeds());
        feeds.add(Samples.feed(EVENTS, FeedKind.EVENTS, Samples.agency(TILLVAXTVERKET, "Tillväxtverket")));
        feeds.add(Samples.feed(
                COPIED,
                FeedKind.EVENTS,
                Samples.agency(SKATTEVERKET, "Skatteverket"),
                Samples.agency(TILLVAXTVERKET, "Tillväxtverket")));
        hub.sources().register(feeds);
    }

    private RunReport harvest(FeedId feed, Contribution... contributions) {
        registerEvents();
        return hub.harvest(feed, contributions);
    }

    private Journeys journeys() {
        return hub.bean(Journeys.class);
    }

    private PublishedJourney published(String code) {
        return journeys().journey(idOf(code)).orElseThrow();
    }

    private static JourneyId idOf(String code) {
        return JourneyId.of(new ServiceKey(TILLVAXTVERKET, code));
    }

    private static Contribution[] events(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> event("event" + i, "F1"))
                .toArray(Contribution[]::new);
    }

    private static Contribution event(String code, String... services) {
        return Contribution.of(
                code, new ServiceKey(TILLVAXTVERKET, code), journey(Journey.Kind.BUSINESS_EVENT, code, services), null);
    }

    private static Journey journey(Journey.Kind kind, String event, String... services) {
        List<Journey.Step> steps = Arrays.stream(services)
                .map(code -> new Journey.Step(Journey.Phase.DURING, key(code), null, null, null, null))
                .toList();
        return new Journey(kind, event, LocalizedText.swedish(event), null, null, steps, null, null);
    }
}
