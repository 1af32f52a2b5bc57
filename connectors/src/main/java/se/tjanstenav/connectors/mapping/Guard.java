package se.tjanstenav.connectors.mapping;

import com.dashjoin.jsonata.Jsonata;
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

    static final Duration TIME = Duration.ofSeconds(2);
    static final int MAX_TEXT = 500_000;
    private static final int MAX_STEPS = 2_000_000;
    private static final int MAX_DEPTH = 300;
    private static final int MAX_LIST = 50_000;
    private static final long MAX_WEIGHT = 2_000_000;
    private static final long MAX_PRODUCED = 50_000_000;
    private static final int CHARACTERS_PER_UNIT = 8;

    private final long end = System.nanoTime() + TIME.toNanos();
    private final IdentityHashMap<Object, Long> weights = new IdentityHashMap<>();
    private final @Nullable ReadFields fields;
    private int steps;
    private int depth;
    private long produced;

    /**
     * A guard for one evaluation.
     *
     * @param fields is told when the evaluation begins and ends
     */
    Guard(@Nullable ReadFields fields) {
        this.fields = fields;
    }

    /** Takes over the weight of a structure that was weighed before. */
    void knows(LookupTable table) {
        weights.put(table.tree(), table.weight());
    }

    void watch(Jsonata.Frame frame) {
        frame.setEvaluateEntryCallback((expression, input, environment) -> enter());
        frame.setEvaluateExitCallback((expression, input, environment, result) -> leave(result));
    }

    private void enter() {
        if (depth == 0 && fields != null) {
            fields.begin();
        }
        if (++depth > MAX_DEPTH) {
            throw new LimitException("it calls itself too deeply");
        }
        if (++steps > MAX_STEPS) {
            throw new LimitException("it takes over 2,000,000 steps");
        }
        checkTime();
    }

    void checkTime() {
        if (System.nanoTime() - end > 0) {
            throw new LimitException("it takes over %d s".formatted(TIME.toSeconds()));
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
        long weight = weigh(result);
        produced += result instanceof String ? weight : 1;
        if (produced > MAX_PRODUCED) {
            throw new LimitException("it makes too much text on the way");
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
        if (!(value instanceof Map) && !(value instanceof List)) {
            return 1;
        }
        Long known = weights.get(value);
        if (known != null) {
            return known;
        }
        long weight = value instanceof Map<?, ?> map ? weighAll(values(map)) : weighList((List<?>) value);
        weights.put(value, weight);
        return weight;
    }

    private static Collection<?> values(Map<?, ?> map) {
        return map instanceof ReadFields.Watched watched ? watched.valuesUnnoticed() : map.values();
    }

    private long weighList(List<?> list) {
        if (list.size() > MAX_LIST) {
            throw new LimitException("it makes a list of over 50,000 entries");
        }
        return weighAll(list);
    }

    private long weighAll(Iterable<?> values) {
        long weight = 1;
        for (Object value : values) {
            weight += weigh(value);
            if (weight > MAX_WEIGHT) {
                throw new LimitException("it makes too large a structure");
            }
        }
        return weight;
    }

    /** The evaluation went beyond a bound. */
    static final class LimitException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        LimitException(String message) {
            super(message);
        }
    }
}
