package se.tjanstenav.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static se.tjanstenav.catalog.Samples.SERVICES;
import static se.tjanstenav.catalog.Samples.TIMES;
import static se.tjanstenav.catalog.Samples.described;
import static se.tjanstenav.catalog.Samples.id;
import static se.tjanstenav.catalog.Samples.reachable;
import static se.tjanstenav.catalog.Samples.text;
import static se.tjanstenav.catalog.Samples.timed;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.tjanstenav.catalog.PublishedContributions.Comparison;
import se.tjanstenav.catalog.PublishedContributions.FieldChange;
import se.tjanstenav.catalog.PublishedContributions.Rest;
import se.tjanstenav.catalog.PublishedContributions.Verdict;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.catalog.model.FeedId;
import se.tjanstenav.catalog.model.LocalizedText;
import se.tjanstenav.catalog.model.ServiceKey;

/** What is told of a run that is not made, alike on every database. */
abstract class PublishedContract extends AgencyContract {

    private static final FeedRegistration FEED = registration("skatteverket/services");

    private static FeedRegistration registration(String feed) {
        return Samples.feeds().stream()
                .filter(each -> each.feed().path().equals(feed))
                .findFirst()
                .orElseThrow();
    }

    private List<Comparison> compare(Contribution... contributions) {
        return hub.bean(PublishedContributions.class).compare(FEED, List.of(contributions));
    }

    private List<FieldChange> changes(Contribution published, Contribution now) {
        hub.harvest(SERVICES, published);
        return compare(now).get(0).changes();
    }

    @Test
    void tellsWhatARunWouldMakeOfEachContributionAndDoesNotMakeIt() {
        hub.harvest(SERVICES, described("F1", "Flyttanmälan"), described("F2", "Namnbyte"));
        long last = hub.changes().last();

        assertThat(compare(
                        described("F3", "Folkbokföring"),
                        described("F2", "Byta namn"),
                        described("F1", "Flyttanmälan")))
                .extracting(Comparison::verdict)
                .containsExactly(Verdict.ADDED, Verdict.CHANGED, Verdict.UNCHANGED);

        assertThat(hub.changes().last()).isEqualTo(last);
        assertThat(hub.names(null)).containsExactly("Flyttanmälan", "Namnbyte");
        assertThat(hub.runs().ofFeed(SERVICES, 0, 10).total()).isEqualTo(1);
    }

    @Test
    void comparesWithTheFeedAloneWhichNeedNotExist() {
        hub.harvest(SERVICES, described("F1", "Flyttanmälan"));

        FeedRegistration unknown = Samples.feed(
                new FeedId("new", "services"), FeedKind.SERVICES, Samples.agency(Samples.SKATTEVERKET, "Skatteverket"));
        PublishedContributions published = hub.bean(PublishedContributions.class);

        assertThat(published.compare(unknown, List.of(described("F1", "Flyttanmälan"))))
                .extracting(Comparison::verdict)
                .containsExactly(Verdict.ADDED);
        assertThat(published.without(unknown, List.of(), 5)).isEqualTo(Rest.NOTHING);
        assertThat(published.without(registration(TIMES.path()), List.of("F2"), 5))
                .isEqualTo(Rest.NOTHING);
    }

    @Test
    void namesTheFieldsThatDifferWithWhatTheyWereAndWouldBe() {
        assertThat(changes(
                        described("F1", text("sv", "Flyttanmälan"), text("sv", "Anmäl flytt")),
                        described(
                                "F1", new LocalizedText(Map.of("sv", "Flytta", "en", "Moving")), (LocalizedText) null)))
                .containsExactly(
                        new FieldChange("/description/description", Map.of("sv", "Anmäl flytt"), null),
                        new FieldChange("/description/name/en", null, "Moving"),
                        new FieldChange("/description/name/sv", "Flyttanmälan", "Flytta"));
    }

    @Test
    void takesReorderedListsOtherBlanksAndAnotherTimeOfChangeForNoChange() {
        hub.harvest(SERVICES, keywords("flytta", "adress", "sverige"));
        Contribution reordered = Samples.changedAt(keywords("adress", " sverige", "flytta"), Instant.EPOCH);
        assertThat(compare(reordered)).extracting(Comparison::verdict).containsExactly(Verdict.UNCHANGED);

        assertThat(compare(keywords("sverige", "utlandet", "flytta")).get(0).changes())
                .containsExactly(
                        new FieldChange("/description/keywords/sv/1", "adress", null),
                        new FieldChange("/description/keywords/sv/1", null, "utlandet"));
    }

    @Test
    void pairsTheEntriesOfAListThatAreMostAlike() {
        hub.harvest(SERVICES, reachable("F1", "F1", "08-1", "08-2", "08-3"));

        assertThat(compare(reachable("F1", "F1", "08-3", "08-9", "08-1")).get(0).changes())
                .containsExactly(new FieldChange("/channels/1/phone", "08-2", "08-9"));
        assertThat(compare(reachable("F1", "F1", "08-3", "08-1")).get(0).changes())
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.pointer()).isEqualTo("/channels/1");
                    assertThat(change.before()).asString().contains("08-2");
                    assertThat(change.after()).isNull();
                });
    }

    @Test
    void takesTheSameNumberWrittenOtherwiseForNoChange() {
        hub.harvest(SERVICES, timed("F1", "F1", "7"));
        assertThat(compare(timed("F1", "F1", "7.0")))
                .extracting(Comparison::verdict)
                .containsExactly(Verdict.UNCHANGED);
        assertThat(compare(timed("F1", "F1", "8.5")).get(0).changes())
                .extracting(
                        FieldChange::pointer,
                        change -> String.valueOf(change.before()),
                        change -> String.valueOf(change.after()))
                .containsExactly(tuple("/processingTimes/0/value", "7", "8.5"));
    }

    @Test
    void rejectsWhatARunWouldReject() {
        Contribution foreign = new Contribution(
                "F2",
                new ServiceKey(Samples.TILLVAXTVERKET, "F2"),
                Samples.description(text("sv", "Bidrag"), null, Map.of()),
                null,
                null,
                null,
                null);
        assertThat(compare(
                        described("F1", "Flyttanmälan"),
                        described("F1", "Något annat"),
                        foreign,
                        described("F3", "Namnbyte"),
                        described("F3", "Namnbyte"),
                        described("a\0b", "Nul")))
                .extracting(
                        Comparison::verdict,
                        each -> each.reject() == null ? "" : each.reject().code())
                .containsExactly(
                        tuple(Verdict.REJECTED, "CONFLICTING_DUPLICATE"),
                        tuple(Verdict.REJECTED, "CONFLICTING_DUPLICATE"),
                        tuple(Verdict.REJECTED, "FOREIGN_AUTHORITY"),
                        tuple(Verdict.ADDED, ""),
                        tuple(Verdict.ADDED, ""),
                        tuple(Verdict.REJECTED, "INVALID_TEXT"));
    }

    @Test
    void tellsWhatElseIsPublishedOfTheFeed() {
        hub.harvest(SERVICES, described("F1", "Flyttanmälan"), described("F2", "Namnbyte"), described("F3", "Pension"));
        PublishedContributions published = hub.bean(PublishedContributions.class);

        Rest rest = published.without(FEED, List.of("F2", "\0"), 1);
        assertThat(rest.total()).isEqualTo(2);
        assertThat(rest.first()).extracting(Contribution::externalId).containsExactly("F1");
        assertThat(published.without(FEED, List.of(), 5).total()).isEqualTo(3);
        assertThat(hub.catalogue().service(id("F1"))).isPresent();
    }

    private static Contribution keywords(String... words) {
        return described("F1", text("sv", "Flyttanmälan"), Map.of("sv", List.of(words)));
    }
}
