package se.tjanstenav.connectors.mapping;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Date helpers for mappings; all take and give ISO 8601 texts. */
final class Dates {

    private static final Pattern COMPACT_DATE = Pattern.compile("\\d{8}");
    private static final Pattern COMPACT_INSTANT = Pattern.compile("\\d{8}T\\d{6}Z");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern QUARTER = Pattern.compile("(\\d{4})-?Q([1-4])");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})-?(\\d{2})");
    private static final DateTimeFormatter COMPACT_INSTANT_FORM =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private Dates() {}

    /** The date at the start of {@code 20261031}, {@code 2026-10-31}, or a date with a time behind it. */
    static String isoDate(String text) {
        return date(text).toString();
    }

    private static LocalDate date(String text) {
        try {
            return COMPACT_DATE.matcher(text).matches()
                    ? LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE)
                    : LocalDate.parse(text.substring(0, Math.min(10, text.length())));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + text + "' is no date", e);
        }
    }

    /** The moment in UTC; a text without offset is local time in the zone, Europe/Stockholm unless given. */
    static String instant(String text, @Nullable String zone) {
        try {
            return moment(text.strip(), ZoneId.of(zone == null ? "Europe/Stockholm" : zone))
                    .toString();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + text + "' is no point in time", e);
        }
    }

    private static Instant moment(String text, ZoneId zone) {
        if (COMPACT_INSTANT.matcher(text).matches()) {
            return COMPACT_INSTANT_FORM.parse(text, Instant::from);
        }
        if (text.length() <= 10) {
            return date(text).atStartOfDay(zone).toInstant();
        }
        String iso = text.replace(' ', 'T');
        boolean offset = iso.endsWith("Z") || iso.lastIndexOf('+') > 10 || iso.lastIndexOf('-') > 10;
        return offset
                ? OffsetDateTime.parse(iso).toInstant()
                : LocalDateTime.parse(iso).atZone(zone).toInstant();
    }

    /** The first day of {@code 2026}, {@code 2026-Q3}, {@code 2026-10}, {@code 202610} or {@code 2026-07-01/…}. */
    static String periodStart(String period) {
        return bounds(period)[0].toString();
    }

    /** The last day of such a period. */
    static String periodEnd(String period) {
        return bounds(period)[1].toString();
    }

    private static LocalDate[] bounds(String period) {
        int slash = period.indexOf('/');
        if (slash >= 0) {
            return new LocalDate[] {date(period.substring(0, slash)), date(period.substring(slash + 1))};
        }
        if (YEAR.matcher(period).matches()) {
            int year = Integer.parseInt(period);
            return new LocalDate[] {LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)};
        }
        Matcher quarter = QUARTER.matcher(period);
        if (quarter.matches()) {
            int last = Integer.parseInt(quarter.group(2)) * 3;
            int year = Integer.parseInt(quarter.group(1));
            return new LocalDate[] {
                LocalDate.of(year, last - 2, 1), YearMonth.of(year, last).atEndOfMonth()
            };
        }
        Matcher month = MONTH.matcher(period);
        if (month.matches()) {
            YearMonth whole = YearMonth.of(Integer.parseInt(month.group(1)), Integer.parseInt(month.group(2)));
            return new LocalDate[] {whole.atDay(1), whole.atEndOfMonth()};
        }
        LocalDate day = date(period);
        return new LocalDate[] {day, day};
    }

    /** Calendar days from the first date to the second. */
    static long daysBetween(String from, String to) {
        return ChronoUnit.DAYS.between(date(from), date(to));
    }
}
