package se.tjanstenav.connectors.mapping;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.Reject;

/** One record cannot be used, or an expression cannot be compiled. */
public final class RecordFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The stable codes of a reject. */
    public enum Code {
        MAPPING(Reject.Stage.MAP),
        MAPPING_LIMIT(Reject.Stage.MAP),
        NOT_MAPPED(Reject.Stage.MAP),
        TOO_LARGE(Reject.Stage.PARSE),
        MISSING_ID(Reject.Stage.PARSE),
        INVALID_CONTRIBUTION(Reject.Stage.CHECK),
        FOREIGN_AUTHORITY(Reject.Stage.CHECK);

        private final Reject.Stage stage;

        Code(Reject.Stage stage) {
            this.stage = stage;
        }

        public Reject.Stage stage() {
            return stage;
        }
    }

    private final Code code;
    private final String detail;
    private final @Nullable String pointer;
    private final @Nullable Integer position;

    public RecordFault(
            Code code, String detail, @Nullable String pointer, @Nullable Integer position, @Nullable Throwable cause) {
        super(code + ": " + detail, cause);
        this.code = code;
        this.detail = detail;
        this.pointer = pointer;
        this.position = position;
    }

    static RecordFault at(Code code, @Nullable String pointer, String detail) {
        return new RecordFault(code, detail, pointer, null, null);
    }

    public Code code() {
        return code;
    }

    public String detail() {
        return detail;
    }

    /** JSON pointer into the mapped result. */
    public Optional<String> pointer() {
        return Optional.ofNullable(pointer);
    }

    /** Place in the expression, in characters from 0. */
    public Optional<Integer> position() {
        return Optional.ofNullable(position);
    }
}
