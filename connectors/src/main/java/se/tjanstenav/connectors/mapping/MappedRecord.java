package se.tjanstenav.connectors.mapping;

import java.util.List;
import se.tjanstenav.catalog.model.Contribution;

/**
 * What became of a record that can be used.
 *
 * @param warnings what is doubtful about it all the same, mostly nothing
 */
public record MappedRecord(Contribution contribution, List<Warning> warnings) {

    public MappedRecord {
        warnings = List.copyOf(warnings);
    }
}
