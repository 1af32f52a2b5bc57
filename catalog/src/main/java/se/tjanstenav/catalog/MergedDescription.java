package se.tjanstenav.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import se.tjanstenav.catalog.model.Conflict;
import se.tjanstenav.catalog.model.FieldGroup;
import se.tjanstenav.catalog.model.Provenance;
import se.tjanstenav.catalog.model.ServiceDescription;
import se.tjanstenav.catalog.model.ServiceKey;

/**
 * The merge rule of the description: one source's as a whole, filled in from the national concept that it names.
 *
 * @param provenance of the description, and of what is inherited
 */
record MergedDescription(ServiceDescription description, List<Provenance> provenance) {

    private static final Comparator<Contributed> CONCEPT_ORDER = Comparator.<Contributed, ServiceKey>comparing(
                    contributed -> contributed.contribution().service())
            .thenComparing(Contributed::feed)
            .thenComparing(contributed -> contributed.contribution().externalId());

    MergedDescription {
        provenance = List.copyOf(provenance);
    }

    /** Empty while nobody describes the service. */
    static Optional<MergedDescription> of(
            ServiceKey key, List<Ranked> ranked, List<Conflict> refused, Collection<Contributed> concepts) {
        List<Ranked> describing = ranked.stream()
                .filter(candidate -> candidate.contribution().description() != null)
                .toList();
        if (describing.isEmpty()) {
            return Optional.empty();
        }
        Ranked winner = describing.get(0);
        ServiceDescription own = description(winner);
        List<Conflict> conflicts = new ArrayList<>(refused);
        for (Ranked loser : describing) {
            List<String> fields = Inheritance.differences(description(loser), own);
            if (!fields.isEmpty()) {
                conflicts.add(loser.lostTo(winner, fields));
            }
        }
        Provenance shown = winner.provenance(FieldGroup.DESCRIPTION, conflicts, List.of());
        return Optional.of(inherit(key, own, shown, concepts));
    }

    private static MergedDescription inherit(
            ServiceKey key, ServiceDescription own, Provenance shown, Collection<Contributed> concepts) {
        List<Contributed> defining = concepts.stream()
                .filter(Contributed::fromCompetentAuthority)
                .filter(contributed -> contributed.contribution().definesConcept() != null)
                .filter(contributed ->
                        Objects.equals(own.concept(), contributed.contribution().definesConcept()))
                .sorted(CONCEPT_ORDER)
                .toList();
        if (defining.isEmpty() || defining.get(0).contribution().service().equals(key)) {
            return new MergedDescription(own, List.of(shown));
        }
        List<Ranked> sources = defining.stream()
                .map(contributed -> new Ranked(contributed, contributed.agency().equals(key.authority()), false))
                .toList();
        Inheritance filled = Inheritance.of(own, description(sources.get(0)));
        if (filled.fields().isEmpty()) {
            return new MergedDescription(own, List.of(shown));
        }
        List<Conflict> others = sources.stream()
                .skip(1)
                .map(source -> source.conflict(Conflict.Reason.CONCEPT_ORDER, List.of("/definesConcept")))
                .toList();
        return new MergedDescription(
                filled.description(),
                List.of(shown, sources.get(0).provenance(FieldGroup.DESCRIPTION, others, filled.fields())));
    }

    private static ServiceDescription description(Ranked ranked) {
        return Objects.requireNonNull(ranked.contribution().description());
    }
}
