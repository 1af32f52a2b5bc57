package se.tjanstenav.routes.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.tjanstenav.catalog.WaitingTimes.Said;
import se.tjanstenav.catalog.model.ProcessingTime;
import se.tjanstenav.catalog.model.ProcessingTime.Kind;

/**
 * How long to expect to wait, from the best that is known: what the agency says just now, else what was observed, else what
 * is forecast, else what the law allows at most.
 *
 * @param basis which of them it is
 * @param waitingTimes what the agency says just now; only there
 * @param processingTimes the published times of that kind, else
 */
record GuidanceWait(Basis basis, List<WaitingTimeDetail> waitingTimes, List<ProcessingTimeDetail> processingTimes) {

    /** What the wait is told from. */
    enum Basis {
        @JsonProperty("live")
        LIVE,
        @JsonProperty("observed")
        OBSERVED,
        @JsonProperty("forecast")
        FORECAST,
        @JsonProperty("legalDeadline")
        LEGAL_DEADLINE,
        @JsonProperty("unknown")
        UNKNOWN
    }

    private static final List<Map.Entry<Kind, Basis>> PUBLISHED = List.of(
            Map.entry(Kind.OBSERVED, Basis.OBSERVED),
            Map.entry(Kind.FORECAST, Basis.FORECAST),
            Map.entry(Kind.LEGAL_DEADLINE, Basis.LEGAL_DEADLINE));

    /**
     * @param said what the live feeds of the service say; empty where none was asked
     */
    static GuidanceWait of(List<Said> said, List<ProcessingTime> published, Languages languages) {
        List<Said> telling =
                said.stream().filter(each -> !each.processingTimes().isEmpty()).toList();
        if (!telling.isEmpty()) {
            return new GuidanceWait(Basis.LIVE, WaitingTimeDetail.list(telling, languages), List.of());
        }
        return PUBLISHED.stream()
                .flatMap(kind -> of(published, kind, languages).stream())
                .findFirst()
                .orElseGet(() -> new GuidanceWait(Basis.UNKNOWN, List.of(), List.of()));
    }

    private static Optional<GuidanceWait> of(
            List<ProcessingTime> published, Map.Entry<Kind, Basis> kind, Languages languages) {
        List<ProcessingTime> times =
                published.stream().filter(time -> time.kind() == kind.getKey()).toList();
        return times.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new GuidanceWait(kind.getValue(), List.of(), ProcessingTimeDetail.list(times, languages)));
    }
}
