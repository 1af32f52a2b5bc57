package se.tjanstenav.mocks;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.tjanstenav.mocks.records.Changes;
import se.tjanstenav.mocks.records.RawRecord;
import se.tjanstenav.mocks.records.Records;

class ScenarioTest {

    @ParameterizedTest
    @EnumSource(Asked.class)
    @Timeout(value = 30, unit = SECONDS)
    void recoversAfterAFewRequests(Asked asked) throws IOException {
        try (StubAgencies agencies = StubAgencies.launch(asked.agency);
                StubClient client = client(agencies)) {
            agencies.scenario(asked.agency, Scenario.RECOVERING);
            List<Integer> statuses = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                statuses.add(asked.ask(client).status());
            }
            assertThat(statuses).containsExactly(503, 503, 503, 200, 200);
        }
    }

    @ParameterizedTest
    @EnumSource(Asked.class)
    void changesFromOneHarvestToTheNext(Asked asked) throws IOException {
        try (StubAgencies agencies = StubAgencies.launch(asked.agency);
                StubClient client = client(agencies)) {
            String before = asked.ask(client).body();
            agencies.scenario(asked.agency, Scenario.CHANGES);
            String first = asked.ask(client).body();
            String second = asked.ask(client).body();
            assertThat(first).isNotEqualTo(before).contains("-ny-1", "Ändrad för gång 1.");
            assertThat(second).contains("-ny-2", "Ändrad för gång 2.").doesNotContain("-ny-1");
            agencies.scenario(asked.agency, Scenario.USUAL);
            assertThat(asked.ask(client).body()).isEqualTo(before);
        }
    }

    @Test
    void losesRecordsForThreeHarvestsAndNeverAFifthOfThem() {
        Records right = Records.of(LongStream.range(0, 100)
                .mapToObj(i -> new RawRecord("R" + i, "{\"id\": \"R" + i + "\"}"))
                .toList());
        for (long harvest = 1; harvest < 60; harvest++) {
            Set<String> now = ids(Changes.at(harvest, right));
            assertThat(now).contains("R" + harvest % 100 + "-ny-" + harvest).hasSizeGreaterThan(85);
            assertThat(ids(right)).hasSizeGreaterThan(now.size() - 1);
        }
        assertThat(missing(right, 3)).isNotEmpty().isEqualTo(missing(right, 4)).isEqualTo(missing(right, 5));
        assertThat(missing(right, 6)).doesNotContainAnyElementsOf(missing(right, 5));
    }

    @Test
    void waitsAsLongAsBusyServersDo() {
        List<Duration> day = LongStream.rangeClosed(1, 2000)
                .mapToObj(Scenario.SLOW_DAY::delay)
                .sorted()
                .toList();
        assertThat(day.get(1000)).isBetween(Duration.ofMillis(270), Duration.ofMillis(330));
        assertThat(day.get(1900)).isBetween(Duration.ofMillis(1200), Duration.ofMillis(2000));
        assertThat(day.get(1999)).isLessThanOrEqualTo(Duration.ofSeconds(8));
    }

    private static Set<String> missing(Records right, long harvest) {
        Set<String> missing = ids(right);
        missing.removeAll(ids(Changes.at(harvest, right)));
        return missing;
    }

    private static Set<String> ids(Records records) {
        Set<String> ids = new HashSet<>();
        for (long i = 0; i < records.size(); i++) {
            ids.add(records.at(i).id());
        }
        return ids;
    }

    private static StubClient client(StubAgencies agencies) {
        return new StubClient(agencies, agencies.secrets().get("bolagsverket-client-certificate"));
    }
}
