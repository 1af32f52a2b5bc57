package se.tjanstenav.catalog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import se.tjanstenav.catalog.model.FieldGroup;
import se.tjanstenav.catalog.model.Provenance;
import se.tjanstenav.catalog.model.Service;
import se.tjanstenav.catalog.model.ServiceDescription;
import se.tjanstenav.catalog.model.ServiceId;
import se.tjanstenav.catalog.model.ServiceKey;

/**
 * Makes one service of what several feeds say about it. Pure and deterministic: the same contributions give the same
 * service in whatever order they come.
 */
public final class Merge {

    private Merge() {}

    /**
     * Merges field group by field group: the competent authority's connector wins over all others, ties are settled by
     * feed id, and what the winning connector's own feeds say is united.
     *
     * @param contributions all of them about the service that {@code key} names
     * @return empty while no contribution describes the service; the others wait for the one that does
     */
    public static Optional<Service> merge(ServiceKey key, Collection<Contributed> contributions, Instant changedAt) {
        List<Contributed> ranked =
                contributions.stream().sorted(Contributed.PRECEDENCE).toList();
        List<Provenance> provenance = new ArrayList<>();
        Optional<ServiceDescription> description = description(ranked, provenance);
        return description.map(described -> new Service(
                ServiceId.of(key),
                key,
                described,
                UnitedGroup.CHANNELS.merge(ranked, provenance),
                UnitedGroup.PROCESSING_TIMES.merge(ranked, provenance),
                UnitedGroup.COMMITMENTS.merge(ranked, provenance),
                provenance,
                changedAt));
    }

    private static Optional<ServiceDescription> description(List<Contributed> ranked, List<Provenance> provenance) {
        List<Contributed> describing = ranked.stream()
                .filter(contributed -> contributed.contribution().description() != null)
                .toList();
        if (describing.isEmpty()) {
            return Optional.empty();
        }
        Contributed winner = describing.get(0);
        ServiceDescription shown = Objects.requireNonNull(winner.contribution().description());
        provenance.add(new Provenance(
                FieldGroup.DESCRIPTION,
                winner.feed(),
                winner.agency(),
                winner.fromCompetentAuthority(),
                winner.retrievedAt(),
                winner.contribution().changedAt(),
                describing.stream()
                        .filter(loser -> !winner.feed().equals(loser.feed()))
                        .filter(loser -> !shown.equals(loser.contribution().description()))
                        .map(Contributed::feed)
                        .distinct()
                        .sorted()
                        .toList(),
                winner.warnings()));
        return Optional.of(shown);
    }
}
