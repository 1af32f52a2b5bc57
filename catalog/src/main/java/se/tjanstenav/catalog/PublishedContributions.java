package se.tjanstenav.catalog;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.Contribution;

/**
 * What a run of a feed would make of contributions, told without a run: compared with what is published by the very
 * rules by which a run compares. Only reads.
 */
public interface PublishedContributions {

    /**
     * Compares contributions of one feed, which need not be registered yet, with what is published of it.
     *
     * @return one comparison for each contribution, in their order
     */
    List<Comparison> compare(FeedRegistration feed, List<Contribution> contributions);

    /**
     * What is published of the feed beside some records.
     *
     * @param most how many of them to give at most
     */
    Rest without(FeedRegistration feed, Collection<String> externalIds, int most);

    /** Whether there is a catalogue to compare with at all. */
    boolean isKnown();

    /** What a run would make of one contribution. */
    enum Verdict {
        ADDED,
        CHANGED,
        UNCHANGED,
        REJECTED
    }

    /**
     * One contribution compared.
     *
     * @param changes where it differs from what is published, for {@link Verdict#CHANGED}
     * @param reject why a run would not stage it, for {@link Verdict#REJECTED}
     */
    record Comparison(
            Verdict verdict,
            List<FieldChange> changes,
            @Nullable Reject reject) {

        public Comparison {
            changes = List.copyOf(changes);
        }
    }

    /**
     * One field that differs.
     *
     * @param pointer JSON pointer into the new contribution; into the published one for what is gone
     * @param before a tree of maps, lists and scalars, null where there was nothing
     * @param after likewise, null where there is nothing any more
     */
    record FieldChange(
            String pointer,
            @Nullable Object before,
            @Nullable Object after) {}

    /**
     * Published contributions.
     *
     * @param total how many there are in all
     * @param first some of them, ordered by external id
     */
    record Rest(long total, List<Contribution> first) {

        public static final Rest NOTHING = new Rest(0, List.of());

        public Rest {
            first = List.copyOf(first);
        }
    }
}
