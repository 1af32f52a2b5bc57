package se.tjanstenav.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.CaseEvent;
import se.tjanstenav.catalog.model.ChannelType;
import se.tjanstenav.catalog.model.LocalizedText;
import se.tjanstenav.catalog.model.ProcessingTime;
import se.tjanstenav.catalog.model.ProcessingTime.Kind;
import se.tjanstenav.catalog.model.ProcessingTime.Statistic;
import se.tjanstenav.catalog.model.TimeUnit;

/** An observed time to test with: eight of ten cases decided within seven days in April 2026, unless told otherwise. */
record Observed(
        Kind kind,
        @Nullable String caseType,
        @Nullable ChannelType channel,
        String start,
        String end,
        Statistic statistic,
        String value,
        TimeUnit unit,
        @Nullable Long sample,
        @Nullable String from,
        @Nullable String to,
        @Nullable String asOf) {

    Observed() {
        this(
                Kind.OBSERVED,
                null,
                null,
                "completeApplicationReceived",
                "decision",
                Statistic.P80,
                "7",
                TimeUnit.DAYS,
                null,
                "2026-04-01",
                "2026-04-30",
                null);
    }

    Observed kind(Kind other) {
        return new Observed(other, caseType, channel, start, end, statistic, value, unit, sample, from, to, asOf);
    }

    Observed caseType(String other) {
        return new Observed(kind, other, channel, start, end, statistic, value, unit, sample, from, to, asOf);
    }

    Observed channel(ChannelType other) {
        return new Observed(kind, caseType, other, start, end, statistic, value, unit, sample, from, to, asOf);
    }

    Observed start(String other) {
        return new Observed(kind, caseType, channel, other, end, statistic, value, unit, sample, from, to, asOf);
    }

    Observed end(String other) {
        return new Observed(kind, caseType, channel, start, other, statistic, value, unit, sample, from, to, asOf);
    }

    Observed statistic(Statistic other) {
        return new Observed(kind, caseType, channel, start, end, other, value, unit, sample, from, to, asOf);
    }

    Observed value(String other) {
        return new Observed(kind, caseType, channel, start, end, statistic, other, unit, sample, from, to, asOf);
    }

    Observed unit(TimeUnit other) {
        return new Observed(kind, caseType, channel, start, end, statistic, value, other, sample, from, to, asOf);
    }

    Observed sample(Long other) {
        return new Observed(kind, caseType, channel, start, end, statistic, value, unit, other, from, to, asOf);
    }

    Observed period(@Nullable String first, @Nullable String last) {
        return new Observed(kind, caseType, channel, start, end, statistic, value, unit, sample, first, last, asOf);
    }

    Observed asOf(String day) {
        return new Observed(kind, caseType, channel, start, end, statistic, value, unit, sample, null, null, day);
    }

    ProcessingTime time() {
        return new ProcessingTime(
                kind,
                caseType == null ? null : LocalizedText.swedish(caseType),
                channel,
                new CaseEvent(start),
                new CaseEvent(end),
                statistic,
                new BigDecimal(value),
                null,
                unit,
                sample,
                date(from),
                date(to),
                date(asOf),
                null);
    }

    private static @Nullable LocalDate date(@Nullable String day) {
        return day == null ? null : LocalDate.parse(day);
    }
}
