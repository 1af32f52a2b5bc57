package se.tjanstenav.catalog;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.Channel;
import se.tjanstenav.catalog.model.Commitment;
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
    List<T> merge(List<Contributed> ranked, List<Provenance> provenance) {
        List<Contributed> speaking = ranked.stream()
                .filter(contributed -> !values.apply(contributed.contribution()).isEmpty())
                .toList();
        if (speaking.isEmpty()) {
            return List.of();
        }
        Contributed winner = speaking.get(0);
        List<Contributed> united =
                speaking.stream().filter(other -> sameSide(winner, other)).toList();
        Collection<T> shown = unite(united);
        addProvenance(united, overruled(speaking, shown), provenance);
        return shown.stream().sorted(order.thenComparing(Object::toString)).toList();
    }

    private static boolean sameSide(Contributed winner, Contributed other) {
        return winner.feed().connector().equals(other.feed().connector())
                && winner.fromCompetentAuthority() == other.fromCompetentAuthority();
    }

    private Collection<T> unite(List<Contributed> united) {
        Map<Object, T> byIdentity = new LinkedHashMap<>();
        united.forEach(contributed -> values.apply(contributed.contribution())
                .forEach(value -> byIdentity.putIfAbsent(identity.apply(value), value)));
        return byIdentity.values();
    }

    private List<FeedId> overruled(List<Contributed> speaking, Collection<T> shown) {
        TreeSet<FeedId> losers = new TreeSet<>();
        for (Contributed contributed : speaking) {
            if (!shown.containsAll(values.apply(contributed.contribution()))) {
                losers.add(contributed.feed());
            }
        }
        return List.copyOf(losers);
    }

    private void addProvenance(List<Contributed> united, List<FeedId> overruled, List<Provenance> provenance) {
        Map<FeedId, Provenance> byFeed = new TreeMap<>();
        for (Contributed contributed : united) {
            List<FeedId> others = overruled.stream()
                    .filter(feed -> !feed.equals(contributed.feed()))
                    .toList();
            byFeed.merge(contributed.feed(), provenance(contributed, others), UnitedGroup::united);
        }
        provenance.addAll(byFeed.values());
    }

    private Provenance provenance(Contributed contributed, List<FeedId> overruled) {
        return new Provenance(
                group,
                contributed.feed(),
                contributed.agency(),
                contributed.fromCompetentAuthority(),
                contributed.retrievedAt(),
                contributed.contribution().changedAt(),
                overruled,
                contributed.warnings());
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
                one.overruled(),
                Stream.concat(one.warnings().stream(), other.warnings().stream())
                        .distinct()
                        .sorted()
                        .toList());
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }
}
