package se.tjanstenav.connectors.mapping;

import com.dashjoin.jsonata.Parser;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * Where a part of an expression stands. The library keeps it to itself and tells it with some of its errors only; should
 * a version of it keep it elsewhere, faults have no position, and nothing else changes.
 */
final class Positions {

    static final int UNKNOWN = -1;

    private static final @Nullable VarHandle POSITION = handle();

    private Positions() {}

    private static @Nullable VarHandle handle() {
        try {
            return MethodHandles.privateLookupIn(Parser.Symbol.class, MethodHandles.lookup())
                    .findVarHandle(Parser.Symbol.class, "position", int.class);
        } catch (ReflectiveOperationException | SecurityException e) {
            return null;
        }
    }

    /** In characters, just behind the word or sign that the part begins with, or is named by. */
    static int of(Parser.Symbol part) {
        return POSITION == null ? UNKNOWN : (int) POSITION.get(part);
    }
}
