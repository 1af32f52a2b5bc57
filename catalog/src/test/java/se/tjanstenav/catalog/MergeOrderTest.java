package se.tjanstenav.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import se.tjanstenav.catalog.model.Service;
import tools.jackson.databind.json.JsonMapper;

/** The same contributions make the same bytes in whatever order they come. */
class MergeOrderTest {

    private static final int SEEDS = 500;
    private static final Instant MONDAY = Instant.parse("2026-11-02T08:00:00Z");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void makesTheSameBytesForEveryOrderOfContributions() {
        int services = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            List<Contributed> all = new ArrayList<>();
            new RandomContributions(random, "")
                    .byFeed()
                    .forEach((feed, contributions) -> contributions.forEach(contribution -> all.add(new Contributed(
                            feed,
                            RandomContributions.agencyOf(feed),
                            MONDAY.plusSeconds(random.nextInt(100)),
                            contribution))));
            String expected = merged(all);
            for (int i = 0; i < 5; i++) {
                Collections.shuffle(all, random);
                assertThat(merged(all)).as("seed %d", seed).isEqualTo(expected);
            }
            services += expected.isEmpty() ? 0 : 1;
        }
        assertThat(services).isGreaterThan(SEEDS / 2);
    }

    /** All of them taken for one service, and for concepts, whatever they name: more than ever meets in one merge. */
    private static String merged(List<Contributed> contributions) {
        return Merge.merge(Samples.key("F1"), contributions, contributions, MONDAY)
                .map(MergeOrderTest::bytes)
                .orElse("");
    }

    private static String bytes(Service service) {
        return new String(JSON.writeValueAsBytes(service), StandardCharsets.UTF_8);
    }
}
