package se.tjanstenav.catalog;

import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.Commitment;
import se.tjanstenav.catalog.model.ProcessingTime;
import se.tjanstenav.catalog.model.Service;

/**
 * What agencies take and what they promise, beside each other: every processing time and every commitment of the published
 * catalogue as an entry of its own. Entries come by kind, then by length in working days, the shortest first and those
 * without a length last. What is told of a service is always of one published generation.
 */
public interface Comparisons {

    /** What services are about, for comparing those that are about the same. */
    Set<Facet> SUBJECTS = Set.of(Facet.THEME, Facet.LIFE_EVENT, Facet.BUSINESS_EVENT);

    Page<Timed> times(Selection selection, int offset, int limit);

    /** All of a selection, read as they are used; nothing has to be closed. */
    Iterator<Timed> allTimes(Selection selection);

    Page<Promised> commitments(Selection selection, int offset, int limit);

    /** All of a selection, read as they are used; nothing has to be closed. */
    Iterator<Promised> allCommitments(Selection selection);

    /**
     * Which entries to compare. All of it must hold; of several values any one will do, and an empty set lets all pass.
     *
     * @param agencies ids of competent authorities
     * @param kinds codes of the kind of a time, or of the aspect of a commitment
     * @param findings codes of the statistic of a time, or of how a commitment stands
     * @param concepts codes of national concepts
     * @param subjects values by facet, of {@link #SUBJECTS} only
     * @param municipality where the service must apply, as {@link Areas#around} has it
     */
    record Selection(
            Set<String> agencies,
            Set<String> kinds,
            Set<String> findings,
            Set<String> concepts,
            Map<Facet, Set<String>> subjects,
            @Nullable String municipality) {

        public Selection {
            agencies = Set.copyOf(agencies);
            kinds = Set.copyOf(kinds);
            findings = Set.copyOf(findings);
            concepts = Set.copyOf(concepts);
            subjects = Map.copyOf(subjects);
            if (!SUBJECTS.containsAll(subjects.keySet())) {
                throw new IllegalArgumentException(
                        "Entries are compared by %s, but not by all of %s".formatted(SUBJECTS, subjects.keySet()));
            }
        }
    }

    /** A processing time of a service; of an interval the upper end is what is compared. */
    record Timed(Service service, ProcessingTime time) {

        public ComparableLength length() {
            return TypicalTime.of(time).length();
        }
    }

    /** A commitment of a service. */
    record Promised(Service service, Commitment commitment) {

        /** Of its target, where it has one. */
        public Optional<ComparableLength> length() {
            return Optional.ofNullable(commitment.target())
                    .map(measured -> ComparableLength.inWorkingDays(measured.value(), measured.unit()));
        }
    }
}
