package se.tjanstenav.routes.changes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.Completeness;
import se.tjanstenav.catalog.FeedKind;
import se.tjanstenav.catalog.FeedRegistration;
import se.tjanstenav.catalog.HarvestRun;
import se.tjanstenav.catalog.Harvests;
import se.tjanstenav.catalog.Sources;
import se.tjanstenav.catalog.model.Agency;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.catalog.model.FeedId;
import se.tjanstenav.catalog.model.LocalizedText;
import se.tjanstenav.catalog.model.ServiceDescription;
import se.tjanstenav.catalog.model.ServiceKey;
import se.tjanstenav.routes.HubUnderTest;

/**
 * Two feeds that never rest: a municipality's own, whose services come, change and go, and one that gathers services and
 * now says, now takes back, that they are the municipality's.
 */
final class ChangingCatalogue {

    private static final Agency MUNICIPALITY = agency("norrby", "Norrby kommun");
    private static final Agency GATHERER = agency("samlaren", "Samlaren");
    private static final FeedId OWN = new FeedId("norrby", "services");
    private static final FeedId GATHERED = new FeedId("samlaren", "services");
    private static final int FEWEST = 25;
    private static final int MOST = 40;
    private static final int GATHERED_SERVICES = 12;

    private final Harvests harvests;
    private final Random random;
    private final Map<String, Integer> own = new TreeMap<>();
    private final Map<String, String> sameAs = new TreeMap<>();
    private int next;

    ChangingCatalogue(HubUnderTest hub, Random random) {
        this.harvests = hub.bean(Harvests.class);
        this.random = random;
        hub.bean(Sources.class).register(List.of(feed(OWN, MUNICIPALITY), feed(GATHERED, GATHERER, MUNICIPALITY)));
        for (int i = 0; i < MOST; i++) {
            own.put(code(), 0);
        }
        publishOwn();
        publishGathered();
    }

    /** Publishes one change, or a few. */
    void change() {
        switch (random.nextInt(5)) {
            case 0 -> come();
            case 1 -> go();
            case 2 -> unite();
            default -> own.merge(any(), 1, Integer::sum);
        }
        publishOwn();
        publishGathered();
    }

    private void come() {
        if (own.size() < MOST) {
            own.put(code(), 0);
        }
    }

    /** A record is gone when two complete runs have missed it. */
    private void go() {
        if (own.size() > FEWEST) {
            own.remove(any());
            publishOwn();
        }
    }

    private void unite() {
        String gathered = "S" + random.nextInt(GATHERED_SERVICES);
        if (sameAs.remove(gathered) == null) {
            sameAs.put(gathered, any());
        }
    }

    private String code() {
        return "N" + next++;
    }

    private String any() {
        return new ArrayList<>(new TreeSet<>(own.keySet())).get(random.nextInt(own.size()));
    }

    private void publishOwn() {
        List<Contribution> records = new ArrayList<>();
        own.forEach((code, version) -> records.add(contribution(
                new ServiceKey(MUNICIPALITY.id(), code), "Tjänsten %s, lydelse %d".formatted(code, version), null)));
        publish(OWN, records);
    }

    private void publishGathered() {
        List<Contribution> records = new ArrayList<>();
        for (int i = 0; i < GATHERED_SERVICES; i++) {
            String target = sameAs.get("S" + i);
            ServiceKey same = target == null ? null : new ServiceKey(MUNICIPALITY.id(), target);
            records.add(contribution(new ServiceKey(GATHERER.id(), "S" + i), "Samlad tjänst " + i, same));
        }
        publish(GATHERED, records);
    }

    private void publish(FeedId feed, List<Contribution> records) {
        HarvestRun run = harvests.begin(feed);
        run.stage(records);
        run.publish(Completeness.COMPLETE);
    }

    private static Contribution contribution(ServiceKey key, String name, @Nullable ServiceKey sameAs) {
        LocalizedText text = LocalizedText.swedish(name);
        ServiceDescription description = new ServiceDescription(
                text, null, text, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null, null, null, null);
        return new Contribution(key.code(), key, description, null, null, null, null, sameAs, null);
    }

    private static Agency agency(String id, String name) {
        return new Agency(new AgencyId(id), LocalizedText.swedish(name));
    }

    private static FeedRegistration feed(FeedId feed, Agency agency, Agency... speaksFor) {
        return new FeedRegistration(
                feed, feed.connector(), FeedKind.SERVICES, agency, List.of(speaksFor), Duration.ofDays(1));
    }
}
