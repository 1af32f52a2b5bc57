package se.tjanstenav.connectors.descriptor;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What one run may cost at most.
 *
 * @param connect to reach the agency
 * @param response to wait for an answer, or for its next bytes
 * @param run for the whole run
 * @param bytes per answer as it comes over the wire
 * @param decodedBytes per answer after decompression
 * @param concurrency requests of the connector under way at once, until each has its answer's head
 */
public record Limits(
        Duration connect,
        Duration response,
        Duration run,
        ByteSize bytes,
        ByteSize decodedBytes,
        Integer pages,
        Long records,
        Double requestsPerSecond,
        Integer concurrency) {

    static final Limits DEFAULTS = new Limits(null, null, null, null, null, null, null, null, null);

    public Limits(
            @Nullable Duration connect,
            @Nullable Duration response,
            @Nullable Duration run,
            @Nullable ByteSize bytes,
            @Nullable ByteSize decodedBytes,
            @Nullable Integer pages,
            @Nullable Long records,
            @Nullable Double requestsPerSecond,
            @Nullable Integer concurrency) {
        this.connect = connect == null ? Duration.ofSeconds(5) : connect;
        this.response = response == null ? Duration.ofSeconds(30) : response;
        this.run = run == null ? Duration.ofMinutes(10) : run;
        this.bytes = bytes == null ? ByteSize.parse("10MiB") : bytes;
        this.decodedBytes = decodedBytes == null ? ByteSize.parse("50MiB") : decodedBytes;
        this.pages = pages == null ? 1000 : pages;
        this.records = records == null ? 100_000 : records;
        this.requestsPerSecond = requestsPerSecond == null ? 5 : requestsPerSecond;
        this.concurrency = concurrency == null ? 4 : concurrency;
    }

    /** The lower of both, each by itself; the slower where it is about speed. */
    public Limits within(Limits other) {
        return new Limits(
                lower(connect, other.connect),
                lower(response, other.response),
                lower(run, other.run),
                new ByteSize(Math.min(bytes.bytes(), other.bytes.bytes())),
                new ByteSize(Math.min(decodedBytes.bytes(), other.decodedBytes.bytes())),
                Math.min(pages, other.pages),
                Math.min(records, other.records),
                Math.min(requestsPerSecond, other.requestsPerSecond),
                Math.min(concurrency, other.concurrency));
    }

    private static <T extends Comparable<T>> T lower(T one, T other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
