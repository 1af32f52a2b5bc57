package se.tjanstenav.mocks.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import se.tjanstenav.mocks.records.DataFile;
import se.tjanstenav.mocks.records.Records;

/**
 * A filter that a client may ask for: only records whose field is not before the parameter. Both are ISO dates or moments; what
 * tells no offset is Swedish time. A record without the field is left out.
 */
record Since(String parameter, String field) {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffsetId()
            .toFormatter();

    Records filter(DataFile data, Query query) {
        return query.text(parameter).map(bound -> from(data, asked(bound))).orElse(data.records());
    }

    private Records from(DataFile data, Instant bound) {
        return data.records().where(record -> {
            String value = data.values().of(record.text(), field);
            return !value.isEmpty() && !moment(value).isBefore(bound);
        });
    }

    private Instant asked(String bound) {
        try {
            return moment(bound);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    parameter + ": must be a date or a moment, such as 2026-11-22 or 2026-11-22T08:00:00Z", e);
        }
    }

    private static Instant moment(String text) {
        TemporalAccessor parsed = ISO.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
        if (parsed instanceof OffsetDateTime exact) {
            return exact.toInstant();
        }
        LocalDateTime local = parsed instanceof LocalDateTime time ? time : ((LocalDate) parsed).atStartOfDay();
        return local.atZone(SWEDEN).toInstant();
    }
}
