package se.tjanstenav.catalog.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tjanstenav.catalog.Comparisons.Selection;
import se.tjanstenav.catalog.MovableClock;
import se.tjanstenav.catalog.TestCatalogue;

/** That a page of a comparison is read off an index, so that it costs the same in a large catalogue. */
class ComparisonPlanTest {

    private static final Set<String> ANY = Set.of();

    @Test
    void neitherSortsNorReadsWhatIsNotWanted(@TempDir Path folder) {
        Map<Selection, String> indexes = Map.of(
                selection(ANY, ANY, ANY, ANY), "comparison_order",
                selection(ANY, Set.of("observed"), ANY, ANY), "comparison_order",
                selection(Set.of("skatteverket"), ANY, ANY, ANY), "comparison_authority",
                selection(Set.of("skatteverket"), Set.of("observed"), ANY, ANY), "comparison_authority",
                selection(ANY, ANY, Set.of("kept"), ANY), "comparison_finding",
                selection(ANY, ANY, ANY, Set.of("passport")), "comparison_concept");
        try (TestCatalogue hub = TestCatalogue.in(folder, new MovableClock())) {
            JdbcClient store = JdbcClient.create(hub.bean(DataSource.class));

            indexes.forEach((selection, index) -> assertThat(plan(store, selection))
                    .as("%s", selection)
                    .noneMatch(step -> step.contains("TEMP B-TREE") || step.contains("SCAN"))
                    .anyMatch(step -> step.contains("USING INDEX " + index)));
        }
    }

    private static List<String> plan(JdbcClient store, Selection selection) {
        ComparisonCondition wanted = ComparisonCondition.of(ComparedEntry.TIME, selection);
        return store.sql("explain query plan " + ComparisonTable.statement(wanted, false))
                .params(wanted.parameters())
                .param("limit", 20)
                .param("offset", 0)
                .query((row, number) -> row.getString("detail"))
                .list();
    }

    private static Selection selection(
            Set<String> agencies, Set<String> kinds, Set<String> findings, Set<String> concepts) {
        return new Selection(agencies, kinds, findings, concepts, Map.of(), null);
    }
}
