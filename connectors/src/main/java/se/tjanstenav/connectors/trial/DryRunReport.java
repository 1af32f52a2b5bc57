package se.tjanstenav.connectors.trial;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.connectors.descriptor.Problem;

/**
 * What a dry run found. Its components are the shape of the JSON report: within one {@code format} they are added to,
 * but neither renamed nor removed.
 *
 * @param connector the connector's id as far as it could be read
 * @param recordLimit how many records of a feed were tried at most
 * @param compared whether there is a catalogue to compare with; without one everything is new
 * @param faults what is wrong with the descriptor; if there is anything, no feed was asked
 */
public record DryRunReport(
        String format,
        @Nullable String connector,
        Instant triedAt,
        int recordLimit,
        boolean compared,
        Result result,
        List<Problem> faults,
        List<FeedTrial> feeds) {

    public static final String FORMAT = "tjanstenav-dry-run/1";

    public DryRunReport {
        faults = List.copyOf(faults);
        feeds = List.copyOf(feeds);
    }

    /** What a dry run comes to. */
    public enum Result {
        /** Every feed answered, and every record could be used. */
        @JsonProperty("usable")
        USABLE,
        /** A feed failed, or a record was rejected. */
        @JsonProperty("faulty")
        FAULTY,
        @JsonProperty("invalidDescriptor")
        INVALID_DESCRIPTOR
    }
}
