package se.tjanstenav.routes.http;

/**
 * Which part of a list a request asks for, by {@code limit} and {@code offset} (national REST API profile, FNS.07 and FNS.09).
 *
 * @param limit at most 100
 * @param offset at most 100 000
 */
public record PageQuery(int limit, int offset) {

    private static final int USUAL = 20;
    private static final int MOST = 100;
    private static final int DEEPEST = 100_000;

    /** Reads both; a page has one entry or more. */
    public static PageQuery read(QueryParameters parameters) {
        return read(parameters, 1);
    }

    /** Reads both; a page of none tells how many there are in all. */
    public static PageQuery readOrCount(QueryParameters parameters) {
        return read(parameters, 0);
    }

    private static PageQuery read(QueryParameters parameters, int least) {
        return new PageQuery(
                parameters.number("limit", USUAL, least, MOST), parameters.number("offset", 0, 0, DEEPEST));
    }

    public PageMeta meta(long total) {
        return new PageMeta(total, limit, offset);
    }
}
