package se.tjanstenav.routes.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tjanstenav.catalog.Catalogue;
import se.tjanstenav.catalog.Completeness;
import se.tjanstenav.catalog.Facet;
import se.tjanstenav.catalog.FacetCounts;
import se.tjanstenav.catalog.FacetCounts.Count;
import se.tjanstenav.catalog.FeedKind;
import se.tjanstenav.catalog.FeedRegistration;
import se.tjanstenav.catalog.HarvestRun;
import se.tjanstenav.catalog.Harvests;
import se.tjanstenav.catalog.Journeys;
import se.tjanstenav.catalog.Page;
import se.tjanstenav.catalog.PublishedJourney;
import se.tjanstenav.catalog.Sources;
import se.tjanstenav.catalog.model.Agency;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.catalog.model.FeedId;
import se.tjanstenav.catalog.model.Journey;
import se.tjanstenav.catalog.model.JourneyId;
import se.tjanstenav.catalog.model.LocalizedText;
import se.tjanstenav.routes.HubUnderTest;
import se.tjanstenav.routes.linkeddata.ConceptLabels;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An agency with codes of its own, and a journey for one of them. */
class FacetLabelsTest {

    @TempDir
    private static Path folder;

    private static HubUnderTest hub;

    @BeforeAll
    static void fill() {
        hub = HubUnderTest.alone(folder);
        publish(FeedKind.SERVICES, """
                {"externalId": "T1", "service": {"authority": "verket", "code": "T1"},
                 "description": {"name": {"sv": "Trollstav"}, "themes": ["magic"],
                   "lifeEvents": ["becomingAWizard", "joiningACircus", "havingAChild"]}}
                """);
        publish(FeedKind.EVENTS, """
                {"externalId": "H1", "service": {"authority": "verket", "code": "H1"},
                 "journey": {"kind": "lifeEvent", "event": "becomingAWizard",
                   "name": {"sv": "Bli trollkarl", "en": "Becoming a wizard"},
                   "steps": [{"phase": "before", "service": {"authority": "verket", "code": "T1"}}]}}
                """);
        publish(FeedKind.EVENTS, """
                {"externalId": "H2", "service": {"authority": "verket", "code": "H2"},
                 "journey": {"kind": "businessEvent", "event": "joiningACircus", "name": {"sv": "Driva cirkus"},
                   "steps": [{"phase": "before", "service": {"authority": "verket", "code": "T1"}}]}}
                """);
    }

    private static void publish(FeedKind kind, String contribution) {
        Contribution published = JsonMapper.shared().readValue(contribution, Contribution.class);
        FeedId feed = new FeedId("verket", "feed-" + published.externalId());
        Agency agency = new Agency(new AgencyId("verket"), LocalizedText.swedish("Verket"));
        hub.bean(Sources.class)
                .register(List.of(new FeedRegistration(feed, "Verket", kind, agency, List.of(), Duration.ofDays(1))));
        HarvestRun run = hub.bean(Harvests.class).begin(feed);
        run.stage(List.of(published));
        run.publish(Completeness.COMPLETE);
    }

    @AfterAll
    static void close() {
        hub.close();
    }

    @Test
    void anEventThatNoListHasIsCalledAsItsAgencyDoes() {
        assertThat(labels("lifeEvent", "sv")).containsEntry("becomingAWizard", "Bli trollkarl");
        assertThat(labels("lifeEvent", "en"))
                .containsEntry("becomingAWizard", "Becoming a wizard")
                .containsEntry("havingAChild", "Having a child");
    }

    @Test
    void whatNobodyHasNamedHasNoLabel() {
        assertThat(labels("theme", "sv")).containsEntry("magic", "none");
        assertThat(labels("lifeEvent", "sv"))
                .as("the journey of that name is a business's")
                .containsEntry("joiningACircus", "none");
    }

    @Test
    void theStoreIsAskedOnceForAllEventsThatNoListHas() {
        AskedJourneys asked = new AskedJourneys(hub.bean(Journeys.class));
        FacetLabels labels = new FacetLabels(hub.bean(Catalogue.class), asked, hub.bean(ConceptLabels.class));
        List<Count> counted = Stream.concat(
                        Stream.of("becomingAWizard", "havingAChild"),
                        IntStream.range(0, 50).mapToObj(number -> "event" + number))
                .map(event -> new Count(event, 1))
                .toList();
        Languages swedish = Languages.of(Optional.empty(), "sv");

        assertThat(labels.of(new FacetCounts(Facet.LIFE_EVENT, counted, true), swedish))
                .containsOnlyKeys("becomingAWizard", "havingAChild")
                .containsEntry("becomingAWizard", "Bli trollkarl");
        assertThat(asked.times).hasValue(1);

        labels.of(new FacetCounts(Facet.LIFE_EVENT, List.of(new Count("havingAChild", 1)), true), swedish);
        assertThat(asked.times).hasValue(1);
    }

    private record AskedJourneys(Journeys journeys, AtomicInteger times) implements Journeys {

        AskedJourneys(Journeys journeys) {
            this(journeys, new AtomicInteger());
        }

        @Override
        public Optional<PublishedJourney> journey(JourneyId id) {
            return journeys.journey(id);
        }

        @Override
        public Page<PublishedJourney> page(Journey.@Nullable Kind kind, @Nullable String event, int offset, int limit) {
            times.incrementAndGet();
            return journeys.page(kind, event, offset, limit);
        }

        @Override
        public long version() {
            return journeys.version();
        }
    }

    private static Map<String, String> labels(String facet, String language) {
        JsonNode page = hub.client().json("/catalog/v1/services?limit=0&facets=" + facet + "&language=" + language);
        Map<String, String> labels = new TreeMap<>();
        page.at("/facets/0/values")
                .forEach(value -> labels.put(
                        value.path("value").asString(), value.path("label").asString("none")));
        return labels;
    }
}
