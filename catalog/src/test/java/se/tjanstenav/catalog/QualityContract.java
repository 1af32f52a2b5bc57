package se.tjanstenav.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static se.tjanstenav.catalog.Samples.AGGREGATOR;
import static se.tjanstenav.catalog.Samples.SERVICES;
import static se.tjanstenav.catalog.Samples.SKATTEVERKET;
import static se.tjanstenav.catalog.Samples.TILLVAXTVERKET;
import static se.tjanstenav.catalog.Samples.TIMES;
import static se.tjanstenav.catalog.Samples.described;
import static se.tjanstenav.catalog.Samples.id;
import static se.tjanstenav.catalog.Samples.text;
import static se.tjanstenav.catalog.Samples.timed;

import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.catalog.model.ServiceKey;
import se.tjanstenav.catalog.quality.QualityReports;
import se.tjanstenav.catalog.quality.QualityReports.Count;
import se.tjanstenav.catalog.quality.QualityReports.ScoredAgency;
import se.tjanstenav.catalog.quality.QualityReports.ScoredService;
import se.tjanstenav.catalog.quality.QualityReports.Selection;
import se.tjanstenav.catalog.quality.QualityRule;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** That scores follow what is published and the day, and are found by agency and reason, the worst first. */
abstract class QualityContract extends HistoryContract {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Selection ALL = new Selection(null, null);

    @Test
    void scoresServicesTheWorstFirst() {
        hub.harvest(SERVICES, described("F1", "Flyttanmälan"), described("F2", "Namnbyte"));
        hub.harvest(TIMES, timed("t1", "F2", 7));

        assertThat(scored(ALL))
                .extracting(ScoredService::id, ScoredService::score, ScoredService::reasons)
                .containsExactly(
                        tuple(
                                id("F1"),
                                25,
                                List.of(
                                        QualityRule.NO_CONTACT,
                                        QualityRule.NO_PROCESSING_TIME,
                                        QualityRule.NO_COMMITMENT,
                                        QualityRule.MISSING_LANGUAGE,
                                        QualityRule.MISSING_SUMMARY,
                                        QualityRule.STALE_CHECK)),
                        tuple(
                                id("F2"),
                                40,
                                List.of(
                                        QualityRule.NO_CONTACT,
                                        QualityRule.NO_COMMITMENT,
                                        QualityRule.MISSING_LANGUAGE,
                                        QualityRule.MISSING_SUMMARY,
                                        QualityRule.STALE_CHECK)));
        assertThat(scored(ALL).get(0).name()).isEqualTo(text("sv", "Flyttanmälan"));
        assertThat(reports().services(ALL, TODAY, 1, 1)).satisfies(page -> {
            assertThat(page.items()).extracting(ScoredService::id).containsExactly(id("F2"));
            assertThat(page.total()).isEqualTo(2);
        });
    }

    @Test
    void findsServicesByAgencyAndReason() {
        hub.harvest(SERVICES, described("F1", "Flyttanmälan"), described("F2", "Namnbyte"));
        hub.harvest(TIMES, timed("t1", "F2", 7));

        assertThat(scored(new Selection(SKATTEVERKET, QualityRule.NO_PROCESSING_TIME)))
                .extracting(ScoredService::id)
                .containsExactly(id("F1"));
        assertThat(scored(new Selection(SKATTEVERKET, QualityRule.STALE_CHECK))).hasSize(2);
        assertThat(scored(new Selection(null, QualityRule.SUSPICIOUS_LINK))).isEmpty();
        assertThat(scored(new Selection(TILLVAXTVERKET, null))).isEmpty();
    }

    @Test
    void aCheckTurnsStaleAsTimePassesWithoutAHarvest() {
        hub.harvest(SERVICES, checked("F1", LocalDate.of(2026, 11, 1)));
        Selection stale = new Selection(null, QualityRule.STALE_CHECK);
        LocalDate lastDay = LocalDate.of(2028, 11, 1);

        assertThat(reports().services(stale, lastDay, 0, 10).items()).isEmpty();
        assertThat(scored(ALL)).extracting(ScoredService::score).containsExactly(35);
        assertThat(reports().services(stale, lastDay.plusDays(1), 0, 10).items())
                .singleElement()
                .satisfies(service -> {
                    assertThat(service.score()).isEqualTo(25);
                    assertThat(service.reasons()).contains(QualityRule.STALE_CHECK);
                });
        assertThat(reports().agencies(null, lastDay.plusDays(1), 0, 10).items())
                .extracting(ScoredAgency::score)
                .containsExactly(25);
    }

    @Test
    void scoresAgenciesByTheMeanOfTheirServicesTheWorstFirst() {
        Contribution foreign = described(new ServiceKey(TILLVAXTVERKET, "T1"), "Starta företag");
        hub.harvest(SERVICES, described("F1", "Flyttanmälan"), described("F2", "Namnbyte"));
        hub.harvest(TIMES, timed("t1", "F2", 7));
        hub.harvest(AGGREGATOR, foreign);

        Page<ScoredAgency> agencies = reports().agencies(null, TODAY, 0, 10);

        assertThat(agencies.total()).isEqualTo(2);
        assertThat(agencies.items())
                .extracting(ScoredAgency::agency, ScoredAgency::services, ScoredAgency::score)
                .containsExactly(tuple(TILLVAXTVERKET, 1L, 25), tuple(SKATTEVERKET, 2L, 33));
        assertThat(agencies.items().get(1).reasons())
                .containsExactly(
                        new Count(QualityRule.NO_CONTACT, 2),
                        new Count(QualityRule.NO_COMMITMENT, 2),
                        new Count(QualityRule.MISSING_LANGUAGE, 2),
                        new Count(QualityRule.MISSING_SUMMARY, 2),
                        new Count(QualityRule.STALE_CHECK, 2),
                        new Count(QualityRule.NO_PROCESSING_TIME, 1));
        assertThat(reports().agencies(SKATTEVERKET, TODAY, 0, 10).items())
                .extracting(ScoredAgency::agency)
                .containsExactly(SKATTEVERKET);
        assertThat(reports().agencies(null, TODAY, 1, 1).items())
                .extracting(ScoredAgency::agency)
                .containsExactly(SKATTEVERKET);
    }

    @Test
    void forgetsTheScoreOfAServiceThatIsGone() {
        hub.harvest(SERVICES, described("F1", "Flyttanmälan"), described("F2", "Namnbyte"));
        hub.harvest(SERVICES, described("F2", "Namnbyte"));
        hub.harvest(SERVICES, described("F2", "Namnbyte"));

        assertThat(scored(ALL)).extracting(ScoredService::id).containsExactly(id("F2"));
        assertThat(reports().agencies(null, TODAY, 0, 10).items())
                .extracting(ScoredAgency::services)
                .containsExactly(1L);
    }

    @Test
    void scoresWhatAnOlderReleaseHasPublished() {
        hub.harvest(SERVICES, described("F1", "Flyttanmälan"));
        List<ScoredService> before = scored(ALL);
        JdbcClient jdbc = JdbcClient.create(hub.bean(DataSource.class));
        jdbc.sql("delete from service_quality").update();
        jdbc.sql("delete from quality_reason").update();
        jdbc.sql("update merge_format set number = 3").update();
        hub.close();

        hub = TestCatalogue.on(jdbcUrl(), folder, clock);

        assertThat(scored(ALL)).isEqualTo(before).hasSize(1);
    }

    private static Contribution checked(String code, LocalDate day) {
        ObjectNode json = JSON.valueToTree(described(code, "Flyttanmälan"));
        ((ObjectNode) json.path("description")).put("checkedOn", day.toString());
        return JSON.treeToValue(json, Contribution.class);
    }

    private List<ScoredService> scored(Selection selection) {
        return reports().services(selection, TODAY, 0, 100).items();
    }

    private QualityReports reports() {
        return hub.bean(QualityReports.class);
    }
}
