package se.tjanstenav.connectors.descriptor;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A sample record and what the mapping must make of it. A text is a file beside the descriptor, all else the sample
 * itself.
 *
 * @param outer what stands around the record in a nested list
 * @param detail what the detail call answered
 * @param lookups the records of each lookup by their identity
 */
public record MappingTest(
        Object input,
        @Nullable Object outer,
        @Nullable Object detail,
        Map<String, Map<String, Object>> lookups,
        Object expect) {

    public MappingTest(
            Object input,
            @Nullable Object outer,
            @Nullable Object detail,
            @Nullable Map<String, Map<String, Object>> lookups,
            Object expect) {
        this.input = input;
        this.outer = outer;
        this.detail = detail;
        this.lookups = lookups == null ? Map.of() : lookups;
        this.expect = expect;
    }
}
