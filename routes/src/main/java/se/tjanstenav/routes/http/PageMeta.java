package se.tjanstenav.routes.http;

/**
 * Where a page lies in the whole.
 *
 * @param total how many match in all
 */
public record PageMeta(long total, int limit, int offset) {}
