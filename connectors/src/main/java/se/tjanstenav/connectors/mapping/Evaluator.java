package se.tjanstenav.connectors.mapping;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.connectors.fault.Excerpt;
import se.tjanstenav.connectors.mapping.RecordFault.Code;

/** A compiled expression with the functions of mappings, for one evaluation at a time. */
final class Evaluator {

    private final Jsonata compiled;
    private final Functions functions;

    private Evaluator(Jsonata compiled) {
        this.compiled = compiled;
        this.functions = new Functions(compiled);
    }

    /**
     * Compiles an expression.
     *
     * @throws RecordFault with the position of the first syntax error
     */
    static Evaluator of(String expression) {
        try {
            Jsonata compiled = Jsonata.jsonata(expression);
            // The library keeps the last compiled instance as the thread's own and changes its environment during every
            // later evaluation on this thread; a throw-away one takes that place.
            Jsonata.jsonata("null");
            return new Evaluator(compiled);
        } catch (JException e) {
            throw new RecordFault(Code.MAPPING, message(e), null, position(e), e);
        } catch (StackOverflowError e) {
            throw new RecordFault(Code.MAPPING_LIMIT, "The expression is nested too deeply", null, null, e);
        } catch (RuntimeException e) {
            throw new RecordFault(Code.MAPPING, "The expression cannot be parsed: " + describe(e), null, null, e);
        }
    }

    /** @throws RecordFault if the evaluation fails or goes beyond a bound */
    @Nullable
    Object evaluate(
            @Nullable Object input,
            RecordContext context,
            CodeLists.Use codes,
            Guard guard,
            @Nullable ReadFields fields) {
        Jsonata.Frame frame = compiled.createFrame();
        functions.use(guard, codes);
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
        } finally {
            functions.rest();
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
