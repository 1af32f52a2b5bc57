package se.tjanstenav.connectors.conformance;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.connectors.DescriptorFault;
import se.tjanstenav.connectors.trial.Words;

/**
 * What an examination found. Its components are the shape of the JSON report: within one {@code format} they are added
 * to, but neither renamed nor removed.
 *
 * @param connector the connector's id, null where the descriptor is invalid
 * @param recordLimit how many records of a feed were read at most
 * @param counts how many findings have each outcome
 * @param descriptorFaults what is wrong with the descriptor; if there is anything, no feed was asked
 */
public record Report(
        String format,
        String descriptor,
        @Nullable String connector,
        Instant examinedAt,
        int recordLimit,
        Result result,
        Map<Outcome, Integer> counts,
        List<DescriptorFault> descriptorFaults,
        List<FeedReport> feeds) {

    public static final String FORMAT = "tjanstenav-conformance/1";

    /** What an examination comes to. */
    public enum Result {
        @JsonProperty("holds")
        HOLDS,
        @JsonProperty("fails")
        FAILS,
        @JsonProperty("invalidDescriptor")
        INVALID_DESCRIPTOR
    }

    static Report invalid(ConformanceSettings settings, Instant now, List<DescriptorFault> faults) {
        return new Report(
                FORMAT,
                settings.descriptor().toString(),
                null,
                now,
                settings.records(),
                Result.INVALID_DESCRIPTOR,
                count(List.of()),
                faults.stream()
                        .map(fault -> new DescriptorFault(
                                fault.source(),
                                fault.pointer(),
                                fault.line(),
                                fault.column(),
                                fault.problem(),
                                Words.atTheTerminal(fault.remedy())))
                        .toList(),
                List.of());
    }

    static Report of(ConformanceSettings settings, Instant now, String connector, List<FeedReport> feeds) {
        Map<Outcome, Integer> counts = count(feeds);
        return new Report(
                FORMAT,
                settings.descriptor().toString(),
                connector,
                now,
                settings.records(),
                counts.getOrDefault(Outcome.FAILS, 0) > 0 ? Result.FAILS : Result.HOLDS,
                counts,
                List.of(),
                List.copyOf(feeds));
    }

    private static Map<Outcome, Integer> count(List<FeedReport> feeds) {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            counts.put(outcome, 0);
        }
        feeds.forEach(feed -> feed.findings().forEach(finding -> counts.merge(finding.outcome(), 1, Integer::sum)));
        return counts;
    }
}
