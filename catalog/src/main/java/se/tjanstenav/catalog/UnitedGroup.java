package se.tjanstenav.catalog;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.Channel;
import se.tjanstenav.catalog.model.Commitment;
import se.tjanstenav.catalog.model.Conflict;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.catalog.model.FeedId;
import se.tjanstenav.catalog.model.FieldGroup;
import se.tjanstenav.catalog.model.ProcessingTime;
import se.tjanstenav.catalog.model.Provenance;

/**
 * The merge rule of a field group that is a list: everything the winning connector's feeds say is united, repetitions
 * once, in an order that does not depend on the order of the sources.
 *
 * @param identity what may occur only once in the list; of two with equal identity the first in precedence is kept
 * @param order the order readers meet; the textual form settles what it leaves open
 */
record UnitedGroup<T>(
        FieldGroup group, Function<Contribution, List<T>> values, Function<T, Object> identity, Comparator<T> order) {

    static final UnitedGroup<Channel> CHANNELS = new UnitedGroup<>(
            FieldGroup.CHANNELS, Contribution::channels, channel -> channel, comparing(Channel::type));

    static final UnitedGroup<ProcessingTime> PROCESSING_TIMES = new UnitedGroup<>(
            FieldGroup.PROCESSING_TIMES,
            Contribution::processingTimes,
            time -> time,
            comparing(ProcessingTime::kind)
                    .thenComparing(time -> String.valueOf(time.caseType()))
                    .thenComparing(ProcessingTime::channel, nullsFirst(naturalOrder()))
                    .thenComparing(ProcessingTime::statistic)
                    .thenComparing(ProcessingTime::asOf, nullsFirst(naturalOrder())));

    static final UnitedGroup<Commitment> COMMITMENTS = new UnitedGroup<>(
            FieldGroup.COMMITMENTS, Contribution::commitments, Commitment::code, comparing(Commitment::code));

    /** The group's shown values; adds one provenance entry for each feed they come from. */
    List<T> merge(List<Ranked> ranked, List<Provenance> provenance) {
        List<Ranked> speaking = ranked.stream()
                .filter(candidate -> !values.apply(candidate.contribution()).isEmpty())
                .toList();
        if (speaking.isEmpty()) {
            return List.of();
        }
        Ranked winner = speaking.get(0);
        List<Ranked> united =
                speaking.stream().filter(other -> sameSide(winner, other)).toList();
        Collection<T> shown = unite(united);
        provenance.addAll(provenance(winner, united, conflicts(winner, speaking, shown)));
        return shown.stream().sorted(order.thenComparing(Object::toString)).toList();
    }

    private static boolean sameSide(Ranked winner, Ranked other) {
        return winner.feed().connector().equals(other.feed().connector()) && winner.competent() == other.competent();
    }

    private Collection<T> unite(List<Ranked> united) {
        Map<Object, T> byIdentity = new LinkedHashMap<>();
        united.forEach(source -> values.apply(source.contribution())
                .forEach(value -> byIdentity.putIfAbsent(identity.apply(value), value)));
        return byIdentity.values();
    }

    private List<Conflict> conflicts(Ranked winner, List<Ranked> speaking, Collection<T> shown) {
        Set<T> known = new HashSet<>(shown);
        List<Conflict> conflicts = new ArrayList<>();
        for (Ranked candidate : speaking) {
            List<T> said = values.apply(candidate.contribution());
            List<String> hidden = IntStream.range(0, said.size())
                    .filter(i -> !known.contains(said.get(i)))
                    .mapToObj(i -> "/%s/%d".formatted(group.fieldName(), i))
                    .toList();
            if (!hidden.isEmpty()) {
                conflicts.add(candidate.lostTo(winner, hidden));
            }
        }
        return conflicts;
    }

    /** A feed's entry tells of the others that lost, and the winner's also of what lost within its own. */
    private Collection<Provenance> provenance(Ranked winner, List<Ranked> united, List<Conflict> conflicts) {
        Map<FeedId, Provenance> byFeed = new TreeMap<>();
        for (Ranked source : united) {
            List<Conflict> others = conflicts.stream()
                    .filter(conflict -> source.feed().equals(winner.feed())
                            || !conflict.feed().equals(source.feed()))
                    .toList();
            byFeed.merge(source.feed(), source.provenance(group, others, List.of()), UnitedGroup::united);
        }
        return byFeed.values();
    }

    private static Provenance united(Provenance one, Provenance other) {
        Instant retrievedAt = one.retrievedAt().isAfter(other.retrievedAt()) ? one.retrievedAt() : other.retrievedAt();
        return new Provenance(
                one.group(),
                one.feed(),
                one.agency(),
                one.competentAuthority(),
                retrievedAt,
                later(one.changedAtSource(), other.changedAtSource()),
                Stream.concat(one.warnings().stream(), other.warnings().stream())
                        .distinct()
                        .sorted()
                        .toList(),
                one.conflicts(),
                one.inherited());
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }
}
