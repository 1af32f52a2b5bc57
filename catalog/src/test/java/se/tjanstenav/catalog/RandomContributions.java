package se.tjanstenav.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.catalog.model.FeedId;
import se.tjanstenav.catalog.model.ServiceKey;

/** What four feeds may say of a few services, with conflicts, concepts and services that are the same. */
final class RandomContributions {

    private static final List<FeedId> FEEDS =
            List.of(Samples.SERVICES, Samples.TIMES, Samples.AGGREGATOR, MergeSamples.CONCEPTS);

    private final Random random;
    private final String prefix;

    /** @param prefix of every code and external id, so that several sets can be in one catalogue */
    RandomContributions(Random random, String prefix) {
        this.random = random;
        this.prefix = prefix;
    }

    static AgencyId agencyOf(FeedId feed) {
        return switch (feed.connector()) {
            case "skatteverket" -> Samples.SKATTEVERKET;
            case "boverket" -> MergeSamples.BOVERKET;
            default -> Samples.TILLVAXTVERKET;
        };
    }

    Map<FeedId, List<Contribution>> byFeed() {
        Map<FeedId, List<Contribution>> byFeed = new LinkedHashMap<>();
        for (FeedId feed : FEEDS) {
            List<Contribution> contributions = new ArrayList<>();
            for (int i = 0; i < 3 + random.nextInt(12); i++) {
                contributions.add(contribution(feed, prefix + "r" + i));
            }
            byFeed.put(feed, contributions);
        }
        return byFeed;
    }

    /** Another thing that the same record may have said before. */
    Contribution contribution(FeedId feed, String externalId) {
        if (feed.equals(MergeSamples.CONCEPTS)) {
            return concept(externalId);
        }
        ServiceKey key = key(feed.equals(Samples.AGGREGATOR));
        return switch (random.nextInt(5)) {
            case 0, 1 -> described(externalId, key, random.nextInt(3) == 0 ? key(true) : null);
            case 2 -> about(externalId, key, Samples.timed("t", "F", random.nextInt(9), random.nextInt(9)));
            case 3 -> about(externalId, key, Samples.promising("p", "F", "k" + random.nextInt(3), "Löfte " + any()));
            default -> about(externalId, key, Samples.reachable("c", "F", "0" + any(), "0" + any()));
        };
    }

    private Contribution concept(String externalId) {
        String code = "nb-" + prefix + random.nextInt(2);
        Contribution said = MergeSamples.concept(prefix + "B" + random.nextInt(3), "Begrepp", "Lov " + any(), code);
        return new Contribution(
                externalId, said.service(), said.description(), null, null, null, null, null, said.definesConcept());
    }

    private Contribution described(String externalId, ServiceKey key, @Nullable ServiceKey sameAs) {
        Contribution said = MergeSamples.instance(
                "F",
                "Namn " + any(),
                random.nextBoolean() ? "Kort " + any() : null,
                "nb-" + prefix + random.nextInt(2));
        return new Contribution(externalId, key, said.description(), null, null, null, null, allowed(sameAs), null);
    }

    private static @Nullable ServiceKey allowed(@Nullable ServiceKey key) {
        return key != null && key.authority().equals(Samples.SKATTEVERKET) ? key : null;
    }

    private static Contribution about(String externalId, ServiceKey key, Contribution said) {
        return new Contribution(
                externalId, key, null, said.channels(), said.processingTimes(), said.commitments(), null);
    }

    private ServiceKey key(boolean alsoTheAggregators) {
        String code = prefix + "F" + random.nextInt(5);
        return alsoTheAggregators && random.nextInt(3) == 0 ? MergeSamples.tillvaxtverket(code) : Samples.key(code);
    }

    private int any() {
        return random.nextInt(3);
    }
}
