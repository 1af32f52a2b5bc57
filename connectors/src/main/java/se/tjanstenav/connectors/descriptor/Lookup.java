package se.tjanstenav.connectors.descriptor;

import org.jspecify.annotations.Nullable;

/**
 * Another list of the same agency that a mapping looks things up in.
 *
 * @param name of the variable that holds its records by their identity
 * @param maxRecords how many records it may have; with more the run fails
 */
public record Lookup(String name, Request request, Response response, Pagination pagination, Integer maxRecords) {

    private static final int MAX_RECORDS = 10_000;

    public Lookup(
            String name,
            Request request,
            Response response,
            @Nullable Pagination pagination,
            @Nullable Integer maxRecords) {
        this.name = name;
        this.request = request;
        this.response = response;
        this.pagination = pagination == null ? Pagination.NONE : pagination;
        this.maxRecords = maxRecords == null ? MAX_RECORDS : maxRecords;
    }
}
