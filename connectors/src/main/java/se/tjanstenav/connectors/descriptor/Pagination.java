package se.tjanstenav.connectors.descriptor;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * How an answer is continued.
 *
 * @param parameter the query parameter that moves on
 * @param size the page size to ask for
 * @param next pointer to the next cursor or link in the answer
 * @param total pointer to the number of records in all, if the agency tells it and can be trusted
 */
public record Pagination(
        Pagination.Type type,
        @Nullable String parameter,
        @Nullable String sizeParameter,
        @Nullable Integer size,
        Integer first,
        @Nullable String next,
        @Nullable String total) {

    static final Pagination NONE = new Pagination(Pagination.Type.NONE, null, null, null, null, null, null);

    public Pagination(
            Pagination.Type type,
            @Nullable String parameter,
            @Nullable String sizeParameter,
            @Nullable Integer size,
            @Nullable Integer first,
            @Nullable String next,
            @Nullable String total) {
        this.type = type;
        this.parameter = parameter;
        this.sizeParameter = sizeParameter;
        this.size = size;
        this.first = first == null ? 1 : first;
        this.next = next;
        this.total = total;
    }

    public enum Type {
        @JsonProperty("none")
        NONE,
        @JsonProperty("page")
        PAGE,
        @JsonProperty("offset")
        OFFSET,
        @JsonProperty("cursor")
        CURSOR,
        @JsonProperty("nextLink")
        NEXT_LINK,
        @JsonProperty("linkHeader")
        LINK_HEADER
    }
}
