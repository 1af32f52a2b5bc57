package se.tjanstenav.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static se.tjanstenav.catalog.MergeSamples.CONCEPTS;
import static se.tjanstenav.catalog.MergeSamples.concept;
import static se.tjanstenav.catalog.MergeSamples.instance;
import static se.tjanstenav.catalog.MergeSamples.same;
import static se.tjanstenav.catalog.MergeSamples.tillvaxtverket;
import static se.tjanstenav.catalog.Samples.AGGREGATOR;
import static se.tjanstenav.catalog.Samples.SERVICES;
import static se.tjanstenav.catalog.Samples.TIMES;
import static se.tjanstenav.catalog.Samples.described;
import static se.tjanstenav.catalog.Samples.id;
import static se.tjanstenav.catalog.Samples.key;
import static se.tjanstenav.catalog.Samples.timed;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.tjanstenav.catalog.model.Conflict;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.catalog.model.FieldGroup;
import se.tjanstenav.catalog.model.Provenance;
import se.tjanstenav.catalog.model.Service;
import se.tjanstenav.catalog.model.ServiceId;

/** What becomes of several sources' words about one service, and what the change log tells of it. */
abstract class MergeContract extends RunContract {

    private static final ServiceId ALIAS = ServiceId.of(tillvaxtverket("T1"));

    @Test
    void takesInWhatIsSaidOfAServiceThatIsTheSame() {
        hub.harvest(SERVICES, described("F1", "Registrera arbetsgivare"));
        hub.harvest(AGGREGATOR, described(tillvaxtverket("T1"), "Bli arbetsgivare"));
        assertThat(hub.names(null)).containsExactly("Bli arbetsgivare", "Registrera arbetsgivare");
        long last = hub.changes().last();

        hub.harvest(AGGREGATOR, same(tillvaxtverket("T1"), "Bli arbetsgivare", key("F1")));

        assertThat(hub.names(null)).containsExactly("Registrera arbetsgivare");
        assertThat(service("F1").provenance().get(0).overruled()).containsExactly(AGGREGATOR);
        assertThat(hub.catalogue().service(ALIAS)).isEmpty();
        assertThat(hub.catalogue().mergedInto(ALIAS)).contains(id("F1"));
        assertThat(hub.catalogue().mergedInto(id("F1"))).isEmpty();
        assertThat(hub.changes().after(last, 10))
                .extracting(ChangeLog.Change::service, ChangeLog.Change::kind, ChangeLog.Change::mergedInto)
                .containsExactlyInAnyOrder(
                        tuple(ALIAS, ChangeLog.Kind.MERGED, id("F1")), tuple(id("F1"), ChangeLog.Kind.CHANGED, null));
    }

    @Test
    void partsServicesAgainThatAreNoLongerTheSame() {
        hub.harvest(AGGREGATOR, same(tillvaxtverket("T1"), "Bli arbetsgivare", key("F1")));
        assertThat(service("F1").provenance().get(0).competentAuthority()).isFalse();
        long last = hub.changes().last();

        hub.harvest(AGGREGATOR, described(tillvaxtverket("T1"), "Bli arbetsgivare"));

        assertThat(hub.catalogue().mergedInto(ALIAS)).isEmpty();
        assertThat(hub.names(null)).containsExactly("Bli arbetsgivare");
        assertThat(hub.changes().after(last, 10))
                .extracting(ChangeLog.Change::service, ChangeLog.Change::kind)
                .containsExactlyInAnyOrder(tuple(id("F1"), ChangeLog.Kind.REMOVED), tuple(ALIAS, ChangeLog.Kind.ADDED));
    }

    @Test
    void joinsAChainOfServicesWhicheverLinkComesFirst() {
        hub.harvest(AGGREGATOR, same(tillvaxtverket("T1"), "Ett", tillvaxtverket("T2")));
        hub.harvest(SERVICES, described("F1", "Tre"));
        hub.harvest(
                AGGREGATOR,
                same(tillvaxtverket("T1"), "Ett", tillvaxtverket("T2")),
                same(tillvaxtverket("T2"), "Två", key("F1")));
        hub.harvest(TIMES, timed("t1", "F1", 7));

        assertThat(hub.names(null)).containsExactly("Tre");
        assertThat(service("F1").processingTimes()).hasSize(1);
        assertThat(hub.catalogue().mergedInto(ALIAS)).contains(id("F1"));

        hub.harvest(
                AGGREGATOR,
                same(tillvaxtverket("T1"), "Ett", tillvaxtverket("T2")),
                described(tillvaxtverket("T2"), "Två"));

        assertThat(hub.names(null)).containsExactly("Tre", "Två");
        assertThat(hub.catalogue().mergedInto(ALIAS)).contains(ServiceId.of(tillvaxtverket("T2")));
    }

    @Test
    void leavesAServiceToItsAuthorityAsSoonAsThatSpeaksOfIt() {
        hub.harvest(AGGREGATOR, same(key("F1"), "Flytt", tillvaxtverket("T1")));
        assertThat(hub.catalogue().mergedInto(id("F1"))).contains(ALIAS);

        hub.harvest(SERVICES, described("F1", "Flyttanmälan"));

        assertThat(service("F1").description().name()).isEqualTo(Samples.text("sv", "Flyttanmälan"));
        assertThat(hub.catalogue().service(ALIAS)).isEmpty();
        assertThat(service("F1").provenance().get(0).conflicts())
                .extracting(Conflict::reason)
                .containsExactly(Conflict.Reason.SAME_AS_REFUSED, Conflict.Reason.COMPETENT_AUTHORITY);
    }

    @Test
    void rejectsWhoeverSpeaksOfMoreThanTheFeedIsRegisteredFor() {
        RunReport report = hub.harvest(
                SERVICES,
                described("F1", "Flyttanmälan"),
                same(key("F2"), "Arbetsgivare", tillvaxtverket("T1")),
                defining("F3", "nb-flytt"));

        assertThat(hub.rejects(report.id()))
                .extracting(Reject::code)
                .containsExactly("FOREIGN_SAME_AS", "FOREIGN_CONCEPT");
        assertThat(hub.names(null)).containsExactly("Flyttanmälan");

        assertThat(hub.rejects(hub.harvest(
                                CONCEPTS,
                                concept("B1", "Bygglov", "Tillstånd", "nb-bygglov"),
                                concept("B2", "Annat", "Annat", "xx-annat"))
                        .id()))
                .extracting(Reject::externalId, Reject::code)
                .containsExactly(tuple("B2", "FOREIGN_CONCEPT"));
    }

    private static Contribution defining(String code, String concept) {
        Contribution said = described(code, "Flytt");
        return new Contribution(code, key(code), said.description(), null, null, null, null, null, concept);
    }

    @Test
    void inheritsFromTheConceptAndFollowsItsChanges() {
        hub.harvest(SERVICES, instance("F1", "Bygglov hos oss", null, "nb-bygglov"), described("F2", "Flytt"));
        assertThat(service("F1").description().summary()).isNull();

        hub.harvest(CONCEPTS, concept("B1", "Bygglov", "Tillstånd", "nb-bygglov"));
        assertThat(service("F1").description().summary()).isEqualTo(Samples.text("sv", "Tillstånd"));
        assertThat(service("F1").provenance())
                .extracting(Provenance::feed, Provenance::inherited)
                .containsExactly(tuple(SERVICES, List.of()), tuple(CONCEPTS, List.of("summary")));

        long last = hub.changes().last();
        hub.harvest(CONCEPTS, concept("B1", "Bygglov", "Tillstånd att bygga", "nb-bygglov"));
        assertThat(service("F1").description().summary()).isEqualTo(Samples.text("sv", "Tillstånd att bygga"));
        assertThat(hub.changes().after(last, 10))
                .extracting(ChangeLog.Change::service)
                .containsExactlyInAnyOrder(id("F1"), ServiceId.of(MergeSamples.boverket("B1")));

        hub.harvest(CONCEPTS, concept("B1", "Bygglov", "Tillstånd att bygga", "nb-annat"));
        assertThat(service("F1").description().summary()).isNull();
    }

    @Test
    void stopsInheritingWhenTheConceptIsGone() {
        Contribution[] concepts = new Contribution[6];
        for (int i = 0; i < concepts.length; i++) {
            concepts[i] = concept("B" + i, "Begrepp " + i, "Text " + i, "nb-" + i);
        }
        hub.harvest(CONCEPTS, concepts);
        hub.harvest(SERVICES, instance("F1", "Bygglov hos oss", null, "nb-5"));
        assertThat(service("F1").description().summary()).isEqualTo(Samples.text("sv", "Text 5"));

        List<Contribution> five = List.of(concepts).subList(0, 5);
        hub.harvest(CONCEPTS, Completeness.COMPLETE, five);
        assertThat(service("F1").description().summary()).isNotNull();
        hub.harvest(CONCEPTS, Completeness.COMPLETE, five);

        assertThat(service("F1").description().summary()).isNull();
    }

    @Test
    void mergesAfreshOnlyTheInstancesOfAConceptThatHasChanged() {
        hub.harvest(SERVICES, instances(60));
        hub.harvest(CONCEPTS, concept("B1", "Bygglov", "Tillstånd", "nb-1"));
        Instant before = service("F0").changedAt();
        clock.advance(Duration.ofMinutes(1));
        long last = hub.changes().last();

        hub.harvest(CONCEPTS, concept("B1", "Bygglov", "Tillstånd att bygga", "nb-1"));

        assertThat(hub.changes().last() - last).isEqualTo(1 + 30);
        assertThat(service("F0").changedAt()).isEqualTo(before);
        assertThat(service("F1").changedAt()).isEqualTo(clock.instant());
    }

    private static Contribution[] instances(int count) {
        Contribution[] instances = new Contribution[count];
        for (int i = 0; i < count; i++) {
            instances[i] = instance("F" + i, "Lov " + i, null, "nb-" + i % 2);
        }
        return instances;
    }

    @Test
    void tellsInTheRunWhichRecordsLostToWhomAndWhy() {
        assertThat(hub.harvest(AGGREGATOR, described("F1", "Anmäla flytt"), described("F2", "Namn"))
                        .conflicts())
                .isZero();
        hub.harvest(SERVICES, described("F1", "Flyttanmälan"), described("F2", "Namn"));

        RunReport report = hub.harvest(AGGREGATOR, described("F1", "Anmäla flytt"), described("F2", "Namn"));

        assertThat(report.counts().unchanged()).isEqualTo(2);
        assertThat(report.conflicts()).isEqualTo(1);
        Page<LostRecord> lost = hub.runs().conflicts(report.id(), 0, 10);
        assertThat(lost.total()).isEqualTo(1);
        assertThat(lost.items())
                .containsExactly(new LostRecord(
                        "F1",
                        id("F1"),
                        FieldGroup.DESCRIPTION,
                        SERVICES,
                        Samples.SKATTEVERKET,
                        Conflict.Reason.COMPETENT_AUTHORITY,
                        List.of("/description/name")));
    }

    @Test
    void tellsWhichFieldsOfAServiceHaveChanged() {
        hub.harvest(SERVICES, described("F1", "Flyttanmälan"));
        hub.harvest(TIMES, timed("t1", "F1", 7));
        long last = hub.changes().last();
        clock.advance(Duration.ofMinutes(1));

        hub.harvest(SERVICES, described("F1", "Flyttanmälan inom Sverige"));
        hub.harvest(TIMES, timed("t1", "F1", 8));

        assertThat(hub.changes().after(last, 10))
                .extracting(ChangeLog.Change::fields)
                .containsExactly(
                        List.of("/description/name/sv", "/provenance/0/retrievedAt"),
                        List.of("/processingTimes/0/value", "/provenance/1/retrievedAt"));
    }

    @Test
    void tellsOfNoMoreFieldsThanOneReadsAndHowManyThereAre() {
        hub.harvest(SERVICES, described("F1", "Flyttanmälan"));
        hub.harvest(TIMES, timed("t1", "F1", range(0)));
        long last = hub.changes().last();
        clock.advance(Duration.ofMinutes(1));

        hub.harvest(TIMES, timed("t1", "F1", range(1000)));

        ChangeLog.Change change = hub.changes().after(last, 10).get(0);
        assertThat(change.fields()).hasSize(ChangeLog.Change.MOST_FIELDS);
        assertThat(change.changedFields()).isEqualTo(101);
    }

    private static int[] range(int from) {
        int[] days = new int[100];
        for (int i = 0; i < days.length; i++) {
            days[i] = from + i;
        }
        return days;
    }

    private Service service(String code) {
        return hub.catalogue().service(id(code)).orElseThrow();
    }
}
