package se.tjanstenav.catalog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import se.tjanstenav.catalog.model.Channel;
import se.tjanstenav.catalog.model.ProcessingTime;
import se.tjanstenav.catalog.model.Provenance;
import se.tjanstenav.catalog.model.Service;
import se.tjanstenav.catalog.model.ServiceId;
import se.tjanstenav.catalog.model.ServiceKey;
import se.tjanstenav.catalog.outcome.CommitmentOutcomes;

/**
 * Makes one service of what several feeds say about it. Pure and deterministic: the same contributions give the same
 * service in whatever order they come.
 */
public final class Merge {

    private Merge() {}

    /**
     * Merges field group by field group: the competent authority's connector wins over all others, ties are settled by
     * feed id, and what the winning connector's own feeds say is united. What the description does not say is inherited
     * from the national concept that it names. Last, the commitments are held against the times.
     *
     * @param contributions all of them about the service that {@code key} names, by that key or by one that is the same
     * @param concepts those that define the concept the service is an instance of; others among them do no harm
     * @return empty while no contribution describes the service; the others wait for the one that does
     */
    public static Optional<Service> merge(
            ServiceKey key,
            Collection<Contributed> contributions,
            Collection<Contributed> concepts,
            Instant changedAt) {
        List<Ranked> ranked = Ranked.of(key, contributions);
        return MergedDescription.of(key, ranked, SameAs.refused(ranked), concepts)
                .map(merged -> {
                    List<Provenance> provenance = new ArrayList<>(merged.provenance());
                    List<Channel> channels = UnitedGroup.CHANNELS.merge(ranked, provenance);
                    List<ProcessingTime> times = UnitedGroup.PROCESSING_TIMES.merge(ranked, provenance);
                    return new Service(
                            ServiceId.of(key),
                            key,
                            merged.description(),
                            channels,
                            times,
                            CommitmentOutcomes.computed(UnitedGroup.COMMITMENTS.merge(ranked, provenance), times),
                            provenance,
                            changedAt);
                });
    }
}
