package se.tjanstenav.connectors.descriptor;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A further request for each record, where the list is only an index. Maps keep the order in which they were written, since
 * it is part of what tells one feed from another.
 *
 * @param host one of the egress hosts; null means that of the list
 * @param path with placeholders such as <code>{id}</code>
 * @param query with placeholders too
 * @param values pointers into the record by the name of the placeholder that their text fills
 * @param format null means that of the list
 * @param pointer to what the mapping sees within the answer
 * @param concurrency how many are asked for at once
 * @param optional statuses after which the record does without; after others that say "not there" it is rejected
 */
public record Detail(
        @Nullable String host,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        Map<String, String> values,
        Detail.@Nullable Format format,
        String pointer,
        Integer concurrency,
        List<Integer> optional) {

    /** The placeholder for the record's own identity. */
    public static final String ID = "id";

    private static final int CONCURRENCY = 4;

    public Detail(
            @Nullable String host,
            String path,
            @Nullable Map<String, String> query,
            @Nullable Map<String, String> headers,
            @Nullable Map<String, String> values,
            Detail.@Nullable Format format,
            @Nullable String pointer,
            @Nullable Integer concurrency,
            @Nullable List<Integer> optional) {
        this.host = host;
        this.path = path;
        this.query = query == null ? Map.of() : query;
        this.headers = headers == null ? Map.of() : headers;
        this.values = values == null ? Map.of() : values;
        this.format = format;
        this.pointer = pointer == null ? "" : pointer;
        this.concurrency = concurrency == null ? CONCURRENCY : concurrency;
        this.optional = optional == null ? List.of() : List.copyOf(optional);
    }

    /** How the answer is written. */
    public enum Format {
        @JsonProperty("json")
        JSON,
        @JsonProperty("xml")
        XML
    }
}
