package se.tjanstenav.mocks.rest;

import static java.time.ZoneOffset.UTC;

import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import se.tjanstenav.mocks.records.AnswerBody;

/** Remembers what each address last answered, and since when, so that a client that knows it already can be told so. */
final class Versions {

    private final Clock clock;
    private final Map<String, Version> byAddress = new ConcurrentHashMap<>();

    Versions(Clock clock) {
        this.clock = clock;
    }

    /** An answer's content by its digest, and the moment from which it is served; no two of an address share a second. */
    record Version(String etag, Instant since) {

        HttpHeaders addTo(HttpHeaders headers) {
            return headers.plus(
                    new HttpHeader("ETag", etag),
                    new HttpHeader("Last-Modified", DateTimeFormatter.RFC_1123_DATE_TIME.format(since.atZone(UTC))));
        }

        /** Whether the client has this version; its entity tags count before its date (RFC 9110, 13.2.2). */
        boolean knownTo(Request request) {
            if (request.containsHeader("If-None-Match")) {
                return Stream.of(request.getHeader("If-None-Match").split(","))
                        .map(tag -> tag.strip().replaceFirst("^W/", ""))
                        .anyMatch(tag -> tag.equals("*") || tag.equals(etag));
            }
            return request.containsHeader("If-Modified-Since")
                    && notChangedAfter(request.getHeader("If-Modified-Since"));
        }

        private boolean notChangedAfter(String date) {
            try {
                return !since.isAfter(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant());
            } catch (DateTimeParseException e) {
                return false;
            }
        }
    }

    Version of(String address, AnswerBody body, Charset charset) {
        String etag = digest(body, charset);
        return byAddress.merge(
                address,
                new Version(etag, clock.instant().truncatedTo(ChronoUnit.SECONDS)),
                (before, now) -> before.etag().equals(etag) ? before : new Version(etag, later(before, now)));
    }

    private static Instant later(Version before, Version now) {
        Instant earliest = before.since().plusSeconds(1);
        return now.since().isBefore(earliest) ? earliest : now.since();
    }

    private static String digest(AnswerBody body, Charset charset) {
        try (InputStream content = body.stream(charset);
                DigestOutputStream digest =
                        new DigestOutputStream(OutputStream.nullOutputStream(), MessageDigest.getInstance("SHA-256"))) {
            content.transferTo(digest);
            return "\"" + HexFormat.of().formatHex(digest.getMessageDigest().digest(), 0, 12) + "\"";
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read an answer to tell its version", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
