package se.tjanstenav.connectors.trial;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.connectors.CheckedDescriptor;
import se.tjanstenav.connectors.descriptor.Problem;

/**
 * Everything that is wrong with a descriptor, as answers and reports show it.
 *
 * @param connector the connector's id as far as it could be read
 */
public record Validation(boolean valid, @Nullable String connector, List<Problem> faults) {

    public Validation {
        faults = List.copyOf(faults);
    }

    public static Validation of(CheckedDescriptor checked) {
        List<Problem> faults = checked.faults().stream()
                .map(fault ->
                        new Problem(fault.pointer(), fault.line(), fault.column(), fault.problem(), fault.remedy()))
                .toList();
        return new Validation(faults.isEmpty(), checked.id().orElse(null), faults);
    }
}
