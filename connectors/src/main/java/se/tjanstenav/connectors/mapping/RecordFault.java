package se.tjanstenav.connectors.mapping;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
        DETAIL_MISSING(Reject.Stage.PARSE),
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
    private final transient List<Part> parts;

    /**
     * One of several things that are wrong with a record.
     *
     * @param pointer JSON pointer, as {@link RecordFault#pointer} has it
     */
    public record Part(@Nullable String pointer, String detail) {}

    public RecordFault(
            Code code, String detail, @Nullable String pointer, @Nullable Integer position, @Nullable Throwable cause) {
        this(code, detail, pointer, position, cause, List.of(new Part(pointer, detail)));
    }

    private RecordFault(
            Code code,
            String detail,
            @Nullable String pointer,
            @Nullable Integer position,
            @Nullable Throwable cause,
            List<Part> parts) {
        super(code + ": " + detail, cause);
        this.parts = List.copyOf(parts);
        this.code = code;
        this.detail = detail;
        this.pointer = pointer;
        this.position = position;
    }

    /** The same fault, found at or behind a place in the source record. */
    RecordFault near(@Nullable String sourcePointer) {
        return new RecordFault(code, detail, sourcePointer, position, getCause());
    }

    static RecordFault at(Code code, @Nullable String pointer, String detail) {
        return new RecordFault(code, detail, pointer, null, null);
    }

    /** One fault for everything that is wrong, which is at least one thing. */
    static RecordFault of(Code code, List<Part> parts) {
        String detail = parts.stream()
                .map(part -> part.pointer() == null ? part.detail() : part.pointer() + ": " + part.detail())
                .collect(Collectors.joining(" "));
        return new RecordFault(code, detail, parts.get(0).pointer(), null, null, parts);
    }

    public Code code() {
        return code;
    }

    public String detail() {
        return detail;
    }

    /**
     * JSON pointer into the mapped result; for {@link Code#MAPPING} into the source record, to the field that the
     * expression asked for last before it failed.
     */
    public Optional<String> pointer() {
        return Optional.ofNullable(pointer);
    }

    /** Everything that is wrong, one by one. */
    public List<Part> parts() {
        return parts;
    }

    /** Place in the expression, just behind the word or sign that could not be used, in characters from 0. */
    public Optional<Integer> position() {
        return Optional.ofNullable(position);
    }
}
