package se.tjanstenav.catalog;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import se.tjanstenav.catalog.model.Conflict;
import se.tjanstenav.catalog.model.FieldGroup;
import se.tjanstenav.catalog.model.Journey;
import se.tjanstenav.catalog.model.JourneyId;
import se.tjanstenav.catalog.model.ServiceKey;

/**
 * Chooses one journey where several records tell of the same event of an agency, in the order by which services are merged.
 * Pure: the same contributions give the same journey in whatever order they come.
 */
public final class JourneyMerge {

    private static final List<String> WHOLE = List.of("/journey");

    private JourneyMerge() {}

    /**
     * The journey to be published.
     *
     * @param contributions all of one key; those about a service are passed over
     * @return empty where none of them is a journey
     */
    public static Optional<PublishedJourney> merge(Collection<Contributed> contributions, Instant changedAt) {
        List<Contributed> telling = contributions.stream()
                .filter(contributed -> contributed.contribution().journey() != null)
                .toList();
        if (telling.isEmpty()) {
            return Optional.empty();
        }
        ServiceKey key = telling.get(0).contribution().service();
        List<Ranked> ranked = Ranked.of(key, telling);
        Ranked winner = ranked.get(0);
        Journey shown = Objects.requireNonNull(winner.contribution().journey());
        List<Conflict> conflicts = ranked.stream()
                .filter(other -> !shown.equals(other.contribution().journey()))
                .map(other -> other.lostTo(winner, WHOLE))
                .toList();
        return Optional.of(new PublishedJourney(
                JourneyId.of(key), key, shown, winner.provenance(FieldGroup.JOURNEY, conflicts, List.of()), changedAt));
    }
}
