package se.tjanstenav.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static se.tjanstenav.catalog.MergeSamples.BOVERKET;
import static se.tjanstenav.catalog.MergeSamples.CONCEPTS;
import static se.tjanstenav.catalog.Samples.AGGREGATOR;
import static se.tjanstenav.catalog.Samples.SERVICES;
import static se.tjanstenav.catalog.Samples.SKATTEVERKET;
import static se.tjanstenav.catalog.Samples.TILLVAXTVERKET;
import static se.tjanstenav.catalog.Samples.TIMES;
import static se.tjanstenav.catalog.Samples.described;
import static se.tjanstenav.catalog.Samples.key;
import static se.tjanstenav.catalog.Samples.median;
import static se.tjanstenav.catalog.Samples.promising;
import static se.tjanstenav.catalog.Samples.reachable;
import static se.tjanstenav.catalog.Samples.timed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.catalog.model.Commitment;
import se.tjanstenav.catalog.model.Conflict;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.catalog.model.FeedId;
import se.tjanstenav.catalog.model.FieldGroup;
import se.tjanstenav.catalog.model.Provenance;
import se.tjanstenav.catalog.model.Service;

class MergeTest {

    private static final Instant MONDAY = Instant.parse("2026-11-02T08:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-03T08:00:00Z");
    private static final FeedId OTHER_AGGREGATOR = new FeedId("zeta", "services");

    @Test
    void letsTheCompetentAuthorityWinPerFieldGroup() {
        Service service = merge(
                by(AGGREGATOR, TILLVAXTVERKET, described("F1", "Anmäla flytt")),
                by(AGGREGATOR, TILLVAXTVERKET, reachable("c1", "F1", "0771-849 849")),
                by(SERVICES, SKATTEVERKET, described("F1", "Flyttanmälan")));

        assertThat(Samples.name(service)).isEqualTo("Flyttanmälan");
        assertThat(service.channels()).hasSize(1);
        assertThat(group(service, FieldGroup.DESCRIPTION).overruled()).containsExactly(AGGREGATOR);
        assertThat(group(service, FieldGroup.CHANNELS).competentAuthority()).isFalse();
    }

    @Test
    void takesNumbersOfTheSameValueForTheSame() {
        Service service = merge(
                by(SERVICES, SKATTEVERKET, described("F1", "Flyttanmälan")),
                by(TIMES, SKATTEVERKET, timed("t1", "F1", "100", "1E+2")),
                by(AGGREGATOR, TILLVAXTVERKET, timed("t2", "F1", "100.0")));

        assertThat(service.processingTimes()).containsExactly(median(100));
        assertThat(group(service, FieldGroup.PROCESSING_TIMES).overruled()).isEmpty();
    }

    @Test
    void refusesNumbersThatNobodyCountsTo() {
        for (String number : List.of("1E+2147483647", "1E+2000000000", "1E+15", "1E-2000000000")) {
            assertThatThrownBy(() -> timed("t1", "F1", number))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("value");
        }
    }

    @Test
    void settlesTiesByFeed() {
        Service service = merge(
                by(OTHER_AGGREGATOR, TILLVAXTVERKET, described("F1", "Zeta")),
                by(AGGREGATOR, TILLVAXTVERKET, described("F1", "Alfa")));

        assertThat(Samples.name(service)).isEqualTo("Alfa");
        assertThat(group(service, FieldGroup.DESCRIPTION).overruled()).containsExactly(OTHER_AGGREGATOR);
    }

    @Test
    void listsOnlyThoseAsOverruledWhoSaySomethingElse() {
        Service service = merge(
                by(AGGREGATOR, TILLVAXTVERKET, described("F1", "Flyttanmälan")),
                by(SERVICES, SKATTEVERKET, described("F1", "Flyttanmälan")));

        assertThat(group(service, FieldGroup.DESCRIPTION).overruled()).isEmpty();
    }

    @Test
    void unitesWhatTheWinningConnectorsFeedsSay() {
        Service service = merge(
                by(SERVICES, SKATTEVERKET, described("F1", "Flyttanmälan")),
                by(SERVICES, SKATTEVERKET, timed("a", "F1", 9, 7)),
                new Contributed(TIMES, SKATTEVERKET, TUESDAY, timed("b", "F1", 7, 8)),
                by(AGGREGATOR, TILLVAXTVERKET, timed("c", "F1", 30)));

        assertThat(service.processingTimes()).containsExactly(median(7), median(8), median(9));
        assertThat(service.provenance())
                .filteredOn(provenance -> provenance.group() == FieldGroup.PROCESSING_TIMES)
                .extracting(Provenance::feed)
                .containsExactly(SERVICES, TIMES);
        assertThat(group(service, FieldGroup.PROCESSING_TIMES).overruled()).containsExactly(AGGREGATOR);
    }

    @Test
    void keepsOneCommitmentPerCode() {
        Service service = merge(
                by(SERVICES, SKATTEVERKET, described("F1", "Flyttanmälan")),
                by(TIMES, SKATTEVERKET, promising("b", "F1", "snabbt", "Inom en vecka")),
                by(SERVICES, SKATTEVERKET, promising("a", "F1", "snabbt", "Inom två veckor")));

        assertThat(service.commitments())
                .extracting(Commitment::statement)
                .containsExactly(Samples.text("sv", "Inom två veckor"));
        assertThat(group(service, FieldGroup.COMMITMENTS).overruled()).containsExactly(TIMES);
    }

    @Test
    void makesNoServiceWithoutADescription() {
        Optional<Service> service =
                Merge.merge(key("F1"), List.of(by(TIMES, SKATTEVERKET, timed("t", "F1", 7))), List.of(), MONDAY);

        assertThat(service).isEmpty();
    }

    @Test
    void saysWhoLostAndWhyAndWhere() {
        Service service = merge(
                by(SERVICES, SKATTEVERKET, described("F1", "Flyttanmälan")),
                by(AGGREGATOR, TILLVAXTVERKET, described("F1", "Anmäla flytt")),
                by(SERVICES, SKATTEVERKET, promising("a", "F1", "snabbt", "Inom två veckor")),
                by(SERVICES, SKATTEVERKET, promising("b", "F1", "snabbt", "Inom en vecka")),
                by(TIMES, SKATTEVERKET, promising("c", "F1", "snabbt", "Inom en dag")));

        assertThat(group(service, FieldGroup.DESCRIPTION).conflicts())
                .containsExactly(new Conflict(
                        AGGREGATOR,
                        TILLVAXTVERKET,
                        "F1",
                        Conflict.Reason.COMPETENT_AUTHORITY,
                        List.of("/description/name")));
        assertThat(group(service, FieldGroup.COMMITMENTS).conflicts())
                .extracting(Conflict::record, Conflict::reason, Conflict::fields)
                .containsExactly(
                        tuple("b", Conflict.Reason.RECORD_ORDER, List.of("/commitments/0")),
                        tuple("c", Conflict.Reason.FEED_ORDER, List.of("/commitments/0")));
        assertThat(group(service, FieldGroup.COMMITMENTS).overruled()).containsExactly(TIMES);
    }

    @Test
    void inheritsFromTheConceptWhatTheServiceDoesNotSay() {
        Contributed concept =
                by(CONCEPTS, BOVERKET, MergeSamples.concept("B1", "Bygglov", "Tillstånd att bygga", "nb-bygglov"));
        Contributed instance =
                by(SERVICES, SKATTEVERKET, MergeSamples.instance("F1", "Bygglov hos oss", null, "nb-bygglov"));

        Service service = Merge.merge(key("F1"), List.of(instance), List.of(concept), MONDAY)
                .orElseThrow();

        assertThat(Samples.name(service)).isEqualTo("Bygglov hos oss");
        assertThat(service.description().summary()).isEqualTo(Samples.text("sv", "Tillstånd att bygga"));
        assertThat(service.provenance())
                .extracting(Provenance::feed, Provenance::inherited)
                .containsExactly(tuple(SERVICES, List.of()), tuple(CONCEPTS, List.of("summary")));
    }

    @Test
    void inheritsNothingFromWhoeverIsNotTheConceptsOwnAuthority() {
        Contribution claimed = MergeSamples.concept("B1", "Bygglov", "Ring oss i stället", "nb-bygglov");
        Contributed instance =
                by(SERVICES, SKATTEVERKET, MergeSamples.instance("F1", "Bygglov hos oss", null, "nb-bygglov"));

        Service service = Merge.merge(
                        key("F1"), List.of(instance), List.of(by(AGGREGATOR, TILLVAXTVERKET, claimed)), MONDAY)
                .orElseThrow();

        assertThat(service.description().summary()).isNull();
    }

    @Test
    void showsThatASameAsWasRefused() {
        Service service = merge(
                by(SERVICES, SKATTEVERKET, described("F1", "Flyttanmälan")),
                by(AGGREGATOR, TILLVAXTVERKET, MergeSamples.same(key("F1"), "Flyttanmälan", key("F2"))));

        assertThat(group(service, FieldGroup.DESCRIPTION).conflicts())
                .extracting(Conflict::record, Conflict::reason, Conflict::fields)
                .containsExactly(tuple("F1", Conflict.Reason.SAME_AS_REFUSED, List.of("/sameAs")));
    }

    @Test
    void letsWhatIsSaidByTheServicesOwnCodeWinOverWhatIsTheSame() {
        Service service = merge(
                by(SERVICES, SKATTEVERKET, MergeSamples.same(key("A1"), "Gammalt namn", key("F1"))),
                by(SERVICES, SKATTEVERKET, described("F1", "Flyttanmälan")));

        assertThat(Samples.name(service)).isEqualTo("Flyttanmälan");
        assertThat(group(service, FieldGroup.DESCRIPTION).conflicts())
                .extracting(Conflict::reason)
                .containsExactly(Conflict.Reason.OWN_CODE);
    }

    private static Service merge(Contributed... contributions) {
        return Merge.merge(key("F1"), List.of(contributions), List.of(), MONDAY).orElseThrow();
    }

    private static Contributed by(FeedId feed, AgencyId agency, Contribution contribution) {
        return new Contributed(feed, agency, MONDAY, contribution);
    }

    private static Provenance group(Service service, FieldGroup group) {
        return service.provenance().stream()
                .filter(provenance -> provenance.group() == group)
                .findFirst()
                .orElseThrow();
    }
}
