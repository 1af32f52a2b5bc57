package se.tjanstenav.routes.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.History.Observation;
import se.tjanstenav.catalog.model.ChannelType;
import se.tjanstenav.catalog.model.ProcessingTime;
import se.tjanstenav.catalog.model.TimeUnit;
import se.tjanstenav.routes.http.Link;
import se.tjanstenav.routes.http.PageMeta;

/**
 * What was once said, or is said now, of how long a kind of case takes.
 *
 * @param series the same for all that measure the same thing, so that they can be one line of a chart
 * @param current whether the agency still says so
 * @param recordedAt when the catalogue first had it
 * @param leftAt when it was published no longer
 * @param supersededAt when the agency said something else of the same period
 */
record ObservationDetail(
        String series,
        ProcessingTime.Kind kind,
        @Nullable String caseType,
        @Nullable ChannelType channel,
        String startEvent,
        String endEvent,
        ProcessingTime.Statistic statistic,
        BigDecimal value,
        @Nullable BigDecimal upTo,
        TimeUnit unit,
        @Nullable Long sampleSize,
        @Nullable LocalDate periodFrom,
        @Nullable LocalDate periodTo,
        @Nullable LocalDate asOf,
        @Nullable String note,
        boolean current,
        Instant recordedAt,
        @Nullable Instant leftAt,
        @Nullable Instant supersededAt,
        Map<String, String> textLanguage) {

    static ObservationDetail of(Observation observation, Languages languages) {
        ProcessingTimeDetail time = ProcessingTimeDetail.of(observation.time(), languages);
        return new ObservationDetail(
                observation.definition(),
                time.kind(),
                time.caseType(),
                time.channel(),
                time.startEvent(),
                time.endEvent(),
                time.statistic(),
                time.value(),
                time.upTo(),
                time.unit(),
                time.sampleSize(),
                time.periodFrom(),
                time.periodTo(),
                time.asOf(),
                time.note(),
                observation.leftAt() == null,
                observation.recordedAt(),
                observation.leftAt(),
                observation.supersededAt(),
                time.textLanguage());
    }

    /** One page of a service's times, by period. */
    record ObservationList(List<ObservationDetail> processingTimes, PageMeta meta, Map<String, Link> links) {}
}
