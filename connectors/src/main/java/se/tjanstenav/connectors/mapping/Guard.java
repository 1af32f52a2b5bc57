package se.tjanstenav.connectors.mapping;

import com.dashjoin.jsonata.Jsonata;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one evaluation within bounds of time, steps, depth and size. The library calls back before and after every
 * step; every value is weighed as the tree it would be when written out, so that a small structure that shares parts of
 * itself cannot grow without being noticed.
 */
final class Guard {

    /** Ends an evaluation well within a second, the longest single step included. */
    static final Duration TIME = Duration.ofMillis(800);

    /** An evaluation that has not had this much of a processor is not slow: the machine is. */
    private static final Duration FAIR_SHARE = Duration.ofMillis(100);

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    static final int MAX_TEXT = 500_000;
    private static final int MAX_STEPS = 2_000_000;
    private static final int MAX_DEPTH = 300;
    private static final int MAX_LIST = 50_000;
    private static final long MAX_WEIGHT = 2_000_000;
    private static final long MAX_PRODUCED = 10_000_000;
    private static final long MAX_REMEMBERED = 1_000_000;
    private static final int MAX_LEVELS = 100;
    private static final int CHARACTERS_PER_UNIT = 8;

    /** What an entry of a map takes beside its value. */
    private static final int ENTRY = 4;

    private final long end;
    private final long processorTimeBefore;
    private final IdentityHashMap<Object, Long> weights = new IdentityHashMap<>();
    private final IdentityHashMap<Object, Long> tables = new IdentityHashMap<>();
    private final @Nullable ReadFields fields;
    private final int[] positions = new int[MAX_DEPTH + 1];
    private int steps;
    private int depth;
    private long produced;
    private long remembered;

    /**
     * A guard for one evaluation.
     *
     * @param fields is told when the evaluation begins and ends
     */
    Guard(@Nullable ReadFields fields) {
        this(fields, System.nanoTime() + TIME.toNanos(), processorTime());
    }

    private Guard(@Nullable ReadFields fields, long end, long processorTimeBefore) {
        this.fields = fields;
        this.end = end;
        this.processorTimeBefore = processorTimeBefore;
        positions[0] = Positions.UNKNOWN;
    }

    /** A guard for a second evaluation within what is left of the time. */
    Guard again() {
        return new Guard(null, end, processorTimeBefore);
    }

    /** Takes over the weight of a structure that was weighed before. */
    void knows(LookupTable table) {
        tables.put(table.tree(), table.weight());
    }

    void watch(Jsonata.Frame frame) {
        frame.setEvaluateEntryCallback((expression, input, environment) -> enter(Positions.of(expression)));
        frame.setEvaluateExitCallback((expression, input, environment, result) -> leave(result));
    }

    private void enter(int position) {
        if (depth == 0 && fields != null) {
            fields.begin();
        }
        if (++depth > MAX_DEPTH) {
            throw new LimitException("it calls itself too deeply");
        }
        positions[depth] = position;
        if (++steps > MAX_STEPS) {
            throw new LimitException("it takes over 2,000,000 steps");
        }
        checkTime();
    }

    /** Where the innermost part of the expression stands that was begun and not ended; negative where it is unknown. */
    int position() {
        return positions[Math.min(depth, MAX_DEPTH)];
    }

    void checkTime() {
        if (System.nanoTime() - end > 0 && processorTime() - processorTimeBefore >= FAIR_SHARE.toNanos()) {
            throw new LimitException("it takes over %d ms".formatted(TIME.toMillis()));
        }
    }

    /** Of this thread, or the time that has passed where the platform does not tell. */
    private static long processorTime() {
        try {
            long used = THREADS.getCurrentThreadCpuTime();
            return used < 0 ? System.nanoTime() : used;
        } catch (UnsupportedOperationException e) {
            return System.nanoTime();
        }
    }

    private void leave(@Nullable Object result) {
        depth--;
        if (depth == 0 && fields != null) {
            fields.end(result);
        }
        if (result instanceof Pattern) {
            throw new LimitException("it uses a regular expression, which mappings cannot");
        }
        if (remembered > MAX_REMEMBERED) {
            // What is remembered cannot be freed, though the expression may have dropped it long ago.
            weights.clear();
            remembered = 0;
        }
        long weight = weigh(result);
        // What a step gives, the step around it may copy, even where both were seen before.
        produce(result instanceof List<?> list ? list.size() : result instanceof Map ? 1 : weight);
    }

    /** Counts what the expression has made in all, which is the most that it can hold. */
    private void produce(long units) {
        produced += units;
        if (produced > MAX_PRODUCED) {
            throw new LimitException("it makes too much on the way");
        }
    }

    /** Weighs a value and remembers maps and lists by identity, so that each is walked once. */
    long weigh(@Nullable Object value) {
        if (value instanceof String text) {
            if (text.length() > MAX_TEXT) {
                throw new LimitException("it makes a text of over 500,000 characters");
            }
            return 1L + text.length() / CHARACTERS_PER_UNIT;
        }
        if (value == null || !isStructure(value)) {
            return 1;
        }
        Long known = tables.containsKey(value) ? tables.get(value) : weights.get(value);
        if (known != null) {
            return known;
        }
        long weight = value instanceof Map<?, ?> map ? weighAll(values(map), ENTRY) : weighList((List<?>) value);
        weights.put(value, weight);
        return weight;
    }

    private static boolean isStructure(@Nullable Object value) {
        return value instanceof Map || value instanceof List;
    }

    private static Collection<?> values(Map<?, ?> map) {
        return map instanceof ReadFields.Watched watched ? watched.valuesUnnoticed() : map.values();
    }

    private long weighList(List<?> list) {
        if (list.size() > MAX_LIST) {
            throw new LimitException("it makes a list of over 50,000 entries");
        }
        return weighAll(list, 0);
    }

    private long weighAll(Iterable<?> values, int each) {
        long weight = 1;
        long own = 1;
        for (Object value : values) {
            long child = weigh(value);
            weight += child;
            own += (isStructure(value) ? 1 : child) + each;
            if (weight > MAX_WEIGHT) {
                throw new LimitException("it makes too large a structure");
            }
        }
        remembered += own;
        produce(own);
        return weight;
    }

    /** Throws where a result is nested so deeply that others could not walk it. */
    void requireShallow(@Nullable Object result) {
        requireShallow(result, 0);
    }

    private static void requireShallow(@Nullable Object value, int level) {
        if (level > MAX_LEVELS) {
            throw new LimitException("its result is nested over 100 levels deep");
        }
        if (value instanceof Map<?, ?> map) {
            values(map).forEach(child -> requireShallow(child, level + 1));
        } else if (value instanceof List<?> list) {
            list.forEach(child -> requireShallow(child, level + 1));
        }
    }

    /** The evaluation went beyond a bound. */
    static final class LimitException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        LimitException(String message) {
            super(message);
        }
    }
}
