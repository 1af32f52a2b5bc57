package se.tjanstenav.connectors.egress;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import se.tjanstenav.connectors.fault.FaultCode;
import se.tjanstenav.connectors.fault.SourceException;

/** What an HTTP status means for a run. */
final class Statuses {

    private Statuses() {}

    /** Throws what the status means unless it is 200. */
    static void requireOk(EgressResponse response) {
        int status = response.status();
        if (status == 200) {
            return;
        }
        if (status >= 300 && status < 400) {
            throw response.fault(FaultCode.REDIRECT, "a redirect");
        }
        if (status == 401 || status == 403) {
            throw response.fault(FaultCode.AUTH, "access was refused");
        }
        if (status == 429) {
            throw SourceException.agencySide(
                    FaultCode.RATE_LIMITED, response.told("too many requests"), retryAfter(response));
        }
        if (status >= 500) {
            throw SourceException.agencySide(
                    FaultCode.HTTP_STATUS, response.told("a failure on its own side"), retryAfter(response));
        }
        throw response.fault(FaultCode.HTTP_STATUS, "not a success, beginning '%s'".formatted(response.excerpt()));
    }

    private static @Nullable Duration retryAfter(EgressResponse response) {
        String header = response.headers().getFirst(HttpHeaders.RETRY_AFTER);
        if (header == null) {
            return null;
        }
        if (header.strip().matches("\\d+")) {
            return Duration.ofSeconds(header.strip().length() > 9 ? Integer.MAX_VALUE : Long.parseLong(header.strip()));
        }
        try {
            ZonedDateTime until = ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME);
            Duration wait = Duration.between(ZonedDateTime.now(until.getZone()), until);
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
