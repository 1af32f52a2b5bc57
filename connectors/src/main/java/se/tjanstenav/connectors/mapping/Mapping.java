package se.tjanstenav.connectors.mapping;

import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.connectors.mapping.RecordFault.Code;

/**
 * A JSONata expression that turns one record into the parts of a contribution. It is a function of the record and what
 * comes with it alone, and bounded in time, steps, depth and size, so that no expression can stop or starve the hub. Safe for use by several
 * threads.
 */
public final class Mapping {

    private static final int MAX_SOURCE_BYTES = 16 * 1024;
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,40}");

    private final String expression;
    // One must not be used by two threads at once, so each evaluation borrows one.
    private final Queue<Evaluator> idle = new ConcurrentLinkedQueue<>();

    private Mapping(String expression) {
        this.expression = expression;
    }

    /**
     * Compiles an expression of at most 16 KiB.
     *
     * @throws RecordFault with the position of the first syntax error
     */
    public static Mapping compile(String expression) {
        if (expression.getBytes(StandardCharsets.UTF_8).length > MAX_SOURCE_BYTES) {
            throw RecordFault.at(Code.MAPPING_LIMIT, null, "The expression is larger than 16 KiB");
        }
        Mapping mapping = new Mapping(expression);
        mapping.idle.add(Evaluator.of(expression));
        return mapping;
    }

    /** Whether mappings have a function of that name, without its dollar sign. */
    public static boolean hasFunction(String name) {
        return NAME.matcher(name).matches()
                && Boolean.TRUE.equals(compile("$exists($" + name + ")").apply(null));
    }

    /**
     * Evaluates the expression on a record, which is not changed.
     *
     * @return a tree of maps, lists and scalars, or null if the expression yields nothing
     * @throws RecordFault if the evaluation fails or goes beyond a bound
     */
    public @Nullable Object apply(@Nullable Object record) {
        return apply(record, null);
    }

    /**
     * Does the same, and notes which fields of the record the expression reads.
     *
     * @param fields gathers what is read, null for nothing
     */
    public @Nullable Object apply(@Nullable Object record, @Nullable ReadFields fields) {
        return apply(record, RecordContext.NONE, CodeLists.NONE.use(), fields);
    }

    /** Does the same with variables beside the record, and with code lists. */
    @Nullable
    Object apply(@Nullable Object record, RecordContext context, CodeLists.Use codes, @Nullable ReadFields fields) {
        Evaluator idler = idle.poll();
        Evaluator borrowed = idler == null ? Evaluator.of(expression) : idler;
        Guard guard = new Guard(fields);
        Object seen = Nulls.without(record);
        try {
            return borrowed.evaluate(fields == null ? seen : fields.watch(seen), context, codes, guard, fields);
        } catch (RecordFault e) {
            throw e.code() == Code.MAPPING ? located(e, borrowed, seen, context, codes, guard) : e;
        } finally {
            idle.add(borrowed);
        }
    }

    /**
     * The fault with the field of the record that the expression asked for last before it failed. A mapping depends on
     * the record alone, so it is found by failing once more with somebody watching, within the same time.
     */
    private static RecordFault located(
            RecordFault fault,
            Evaluator evaluator,
            @Nullable Object record,
            RecordContext context,
            CodeLists.Use codes,
            Guard guard) {
        LastRead last = new LastRead();
        try {
            evaluator.evaluate(last.watch(record), context, codes, guard.again(), null);
            return fault;
        } catch (RecordFault again) {
            return again.detail().equals(fault.detail()) ? fault.near(last.pointer()) : fault;
        }
    }
}
