package se.tjanstenav.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static se.tjanstenav.catalog.MergeSamples.same;
import static se.tjanstenav.catalog.MergeSamples.tillvaxtverket;
import static se.tjanstenav.catalog.Samples.AGGREGATOR;
import static se.tjanstenav.catalog.Samples.SERVICES;
import static se.tjanstenav.catalog.Samples.SKATTEVERKET;
import static se.tjanstenav.catalog.Samples.TILLVAXTVERKET;
import static se.tjanstenav.catalog.Samples.TIMES;
import static se.tjanstenav.catalog.Samples.key;
import static se.tjanstenav.catalog.Samples.timed;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.catalog.model.FeedId;

class SameAsTest {

    private static final Instant MONDAY = Instant.parse("2026-11-02T08:00:00Z");

    @Test
    void believesAnAuthorityAboutItsOwnService() {
        Contributed own = by(AGGREGATOR, TILLVAXTVERKET, same(tillvaxtverket("T1"), "Arbetsgivare", key("F1")));

        assertThat(SameAs.target(tillvaxtverket("T1"), List.of(own))).contains(key("F1"));
    }

    @Test
    void believesAnAggregatorAboutAServiceItsAuthorityDoesNotSpeakOf() {
        Contributed claim = by(AGGREGATOR, TILLVAXTVERKET, same(key("F1"), "Flytt", key("F2")));

        assertThat(SameAs.target(key("F1"), List.of(claim))).contains(key("F2"));
    }

    @Test
    void doesNotLetAnAggregatorTakeAwayAServiceThatItsAuthoritySpeaksOf() {
        Contributed claim = by(AGGREGATOR, TILLVAXTVERKET, same(key("F1"), "Flytt", tillvaxtverket("T1")));
        Contributed times = by(TIMES, SKATTEVERKET, timed("t1", "F1", 7));

        assertThat(SameAs.target(key("F1"), List.of(claim, times))).isEmpty();
    }

    @Test
    void letsTheAuthorityDecideWhereSeveralSaySo() {
        Contributed claim = by(AGGREGATOR, TILLVAXTVERKET, same(key("F1"), "Flytt", key("F3")));
        Contributed own = by(SERVICES, SKATTEVERKET, same(key("F1"), "Flytt", key("F2")));

        assertThat(SameAs.target(key("F1"), List.of(claim, own))).contains(key("F2"));
    }

    @Test
    void endsChainsAndCircles() {
        Map<String, String> links = Map.of("a", "b", "b", "c", "x", "z", "z", "y", "y", "z");

        assertThat(SameAs.end("a", links)).isEqualTo("c");
        assertThat(SameAs.end("c", links)).isEqualTo("c");
        assertThat(SameAs.end("x", links)).isEqualTo("y");
        assertThat(SameAs.end("y", links)).isEqualTo("y");
        assertThat(SameAs.end("z", links)).isEqualTo("y");
    }

    private static Contributed by(FeedId feed, AgencyId agency, Contribution contribution) {
        return new Contributed(feed, agency, MONDAY, contribution);
    }
}
