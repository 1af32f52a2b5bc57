package se.tjanstenav.connectors.source;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The greatest of the values seen: moments with an offset by time, numbers by size, all else, ISO dates included, by text.
 * A date after tomorrow is passed over, since asking for what came after it would find nothing for years.
 */
public final class Watermark {

    private static final int LONGEST = 200;
    private static final int DATE = 10;
    private static final Pattern ISO_DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(\\D.*)?");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");

    private final LocalDate tomorrow;
    private @Nullable String greatest;

    /** With nothing seen yet; the clock tells which dates are to come. */
    public Watermark(Clock clock) {
        this.tomorrow = LocalDate.now(clock).plusDays(1);
    }

    public void see(String value) {
        if (value.length() <= LONGEST && !isAfterTomorrow(value) && (greatest == null || isGreater(value, greatest))) {
            greatest = value;
        }
    }

    public Optional<String> greatest() {
        return Optional.ofNullable(greatest);
    }

    private boolean isAfterTomorrow(String value) {
        try {
            return ISO_DATE.matcher(value).matches()
                    && LocalDate.parse(value.substring(0, DATE)).isAfter(tomorrow);
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Whether the one value comes after the other. */
    public static boolean isGreater(String value, String than) {
        Optional<Instant> moment = moment(value);
        Optional<Instant> other = moment(than);
        if (moment.isPresent() && other.isPresent()) {
            return moment.get().isAfter(other.get());
        }
        if (NUMBER.matcher(value).matches() && NUMBER.matcher(than).matches()) {
            return new BigDecimal(value).compareTo(new BigDecimal(than)) > 0;
        }
        return value.compareTo(than) > 0;
    }

    private static Optional<Instant> moment(String value) {
        try {
            return Optional.of(OffsetDateTime.parse(value).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
