package se.tjanstenav.routes.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.ChannelType;
import se.tjanstenav.catalog.model.ProcessingTime;
import se.tjanstenav.catalog.model.TimeUnit;

/**
 * One statement of how long a kind of case takes.
 *
 * @param value in {@code unit}; the lower end where {@code statistic} is {@code interval}
 * @param upTo the upper end of an interval
 */
record ProcessingTimeDetail(
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
        Map<String, String> textLanguage) {

    static List<ProcessingTimeDetail> list(List<ProcessingTime> times, Languages languages) {
        return times.stream().map(time -> of(time, languages)).toList();
    }

    static ProcessingTimeDetail of(ProcessingTime time, Languages languages) {
        Wording wording = new Wording(languages);
        return new ProcessingTimeDetail(
                time.kind(),
                wording.optional("caseType", time.caseType()),
                time.channel(),
                time.startEvent().code(),
                time.endEvent().code(),
                time.statistic(),
                time.value(),
                time.upTo(),
                time.unit(),
                time.sampleSize(),
                time.periodFrom(),
                time.periodTo(),
                time.asOf(),
                wording.optional("note", time.note()),
                wording.languageByField());
    }
}
