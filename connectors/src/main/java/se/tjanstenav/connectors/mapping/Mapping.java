package se.tjanstenav.connectors.mapping;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.connectors.fault.Excerpt;
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
    // An instance of the library must not be used by two threads at once, so each evaluation borrows one.
    private final Queue<Jsonata> idle = new ConcurrentLinkedQueue<>();

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
        mapping.idle.add(mapping.parse());
        return mapping;
    }

    /** Whether mappings have a function of that name, without its dollar sign. */
    public static boolean hasFunction(String name) {
        return NAME.matcher(name).matches()
                && Boolean.TRUE.equals(compile("$exists($" + name + ")").apply(null));
    }

    private Jsonata parse() {
        try {
            Jsonata compiled = Jsonata.jsonata(expression);
            // The library keeps the last compiled instance as the thread's own and changes its environment during every
            // later evaluation on this thread; a throw-away one takes that place.
            Jsonata.jsonata("null");
            return compiled;
        } catch (JException e) {
            throw new RecordFault(Code.MAPPING, message(e), null, position(e), e);
        } catch (StackOverflowError e) {
            throw new RecordFault(Code.MAPPING_LIMIT, "The expression is nested too deeply", null, null, e);
        } catch (RuntimeException e) {
            throw new RecordFault(Code.MAPPING, "The expression cannot be parsed: " + describe(e), null, null, e);
        }
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
        Jsonata borrowed = idle.poll();
        Jsonata compiled = borrowed == null ? parse() : borrowed;
        Guard guard = new Guard(fields);
        Object seen = Nulls.without(record);
        try {
            return evaluate(compiled, fields == null ? seen : fields.watch(seen), context, codes, guard, fields);
        } catch (RecordFault e) {
            throw e.code() == Code.MAPPING ? located(e, compiled, seen, context, codes, guard) : e;
        } finally {
            idle.add(compiled);
        }
    }

    /**
     * The fault with the field of the record that the expression asked for last before it failed. A mapping depends on
     * the record alone, so it is found by failing once more with somebody watching, within the same time.
     */
    private static RecordFault located(
            RecordFault fault,
            Jsonata compiled,
            @Nullable Object record,
            RecordContext context,
            CodeLists.Use codes,
            Guard guard) {
        LastRead last = new LastRead();
        try {
            evaluate(compiled, last.watch(record), context, codes, guard.again(), null);
            return fault;
        } catch (RecordFault again) {
            return again.detail().equals(fault.detail()) ? fault.near(last.pointer()) : fault;
        }
    }

    private static @Nullable Object evaluate(
            Jsonata compiled,
            @Nullable Object input,
            RecordContext context,
            CodeLists.Use codes,
            Guard guard,
            @Nullable ReadFields fields) {
        Jsonata.Frame frame = compiled.createFrame();
        Functions.bind(frame, guard, codes);
        guard.watch(frame);
        try {
            bind(frame, guard, context, fields);
            Object result = compiled.evaluate(input, frame);
            guard.weigh(result);
            guard.requireShallow(result);
            return result;
        } catch (Guard.LimitException e) {
            throw failed(Code.MAPPING_LIMIT, "The mapping was stopped: " + e.getMessage(), guard.position(), e);
        } catch (JException e) {
            int told = e.getLocation();
            throw failed(Code.MAPPING, message(e), told > 0 ? told : guard.position(), e);
        } catch (StackOverflowError e) {
            throw failed(Code.MAPPING_LIMIT, "The mapping calls itself too deeply", guard.position(), e);
        } catch (RuntimeException e) {
            throw failed(Code.MAPPING, "The mapping failed: " + describe(e), guard.position(), e);
        }
    }

    private static void bind(Jsonata.Frame frame, Guard guard, RecordContext context, @Nullable ReadFields fields) {
        context.beside().forEach((name, tree) -> {
            Object seen = Nulls.without(tree);
            frame.bind(name, fields == null ? seen : fields.watch(name, seen));
        });
        context.lookups().forEach((name, table) -> {
            guard.knows(table);
            frame.bind(name, table.tree());
        });
    }

    private static RecordFault failed(Code code, String detail, int position, Throwable cause) {
        return new RecordFault(code, detail, null, position < 0 ? null : position, cause);
    }

    private static String message(JException e) {
        String detail = e.getMessage() == null ? e.getError() : e.getMessage();
        return "The mapping failed: " + Excerpt.of(detail);
    }

    /** The library wraps what a function throws in plain runtime exceptions. */
    private static String describe(RuntimeException e) {
        Throwable told = e;
        while (told.getClass() == RuntimeException.class && told.getCause() != null) {
            told = told.getCause();
        }
        return Excerpt.of(told.getMessage() == null ? told.getClass().getSimpleName() : told.getMessage());
    }

    private static @Nullable Integer position(JException e) {
        return e.getLocation() >= 0 ? e.getLocation() : null;
    }
}
