package se.tjanstenav.routes.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.tjanstenav.catalog.Catalogue;
import se.tjanstenav.catalog.ServiceFilter;
import se.tjanstenav.catalog.model.Service;
import se.tjanstenav.routes.FederatedHub;
import se.tjanstenav.routes.HubUnderTest;

/**
 * The hub answers everyday questions well, and clearly better than what a portal could build in an afternoon. The table of
 * the last run is in {@code target/search-evaluation.md}.
 */
@ExtendWith(FederatedHub.class)
class SearchQualityTest {

    private static final Logger LOG = LoggerFactory.getLogger(SearchQualityTest.class);

    private static final double FLOOR_AT_ONE = 0.80;
    private static final double FLOOR_AT_FIVE = 0.93;

    /** More than chance: five questions of a hundred. */
    private static final double CLEARLY = 0.05;

    @Test
    void answersEverydayQuestionsBetterThanPlainFullTextSearch(HubUnderTest hub) throws IOException {
        List<Service> services = new ArrayList<>();
        hub.bean(Catalogue.class).all(null, ServiceFilter.ALL).forEachRemaining(services::add);
        Finder ours = new HubFinder(hub.client());
        Finder lucene = new LuceneBaseline(services);
        try (PostgresBaseline postgres = new PostgresBaseline(services)) {
            Evaluation evaluation = new Evaluation(
                            services.stream().map(Service::id).toList())
                    .of(ours)
                    .of(lucene)
                    .of(postgres.allWords())
                    .of(postgres.anyWord());
            LOG.info("How well {} services are found:\n{}", services.size(), evaluation);
            Files.writeString(Path.of("target/search-evaluation.md"), evaluation.toString(), StandardCharsets.UTF_8);

            Scores scores = evaluation.overall(ours);
            assertThat(scores.atOne()).isGreaterThanOrEqualTo(FLOOR_AT_ONE);
            assertThat(scores.atFive()).isGreaterThanOrEqualTo(FLOOR_AT_FIVE);
            for (Finder other : List.of(lucene, postgres.allWords(), postgres.anyWord())) {
                Scores theirs = evaluation.overall(other);
                assertThat(scores.atOne()).as(other.name()).isGreaterThan(theirs.atOne() + CLEARLY);
                assertThat(scores.atFive()).as(other.name()).isGreaterThan(theirs.atFive() + CLEARLY);
                assertThat(scores.meanReciprocalRank())
                        .as(other.name())
                        .isGreaterThan(theirs.meanReciprocalRank() + CLEARLY);
            }
        }
    }
}
