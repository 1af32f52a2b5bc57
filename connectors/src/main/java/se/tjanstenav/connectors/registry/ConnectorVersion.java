package se.tjanstenav.connectors.registry;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.connectors.descriptor.Problem;

/**
 * One version of a connector; its text is read on its own.
 *
 * @param number from 1, without gaps
 * @param sha256 of the text in UTF-8, in hexadecimal
 * @param activated when it last became active
 * @param faults what the latest validation found
 */
public record ConnectorVersion(
        String connector,
        int number,
        TextFormat format,
        String sha256,
        VersionStatus status,
        Deed posted,
        @Nullable Deed validated,
        @Nullable Deed approved,
        @Nullable Deed activated,
        List<Problem> faults) {

    public ConnectorVersion {
        faults = List.copyOf(faults);
    }
}
