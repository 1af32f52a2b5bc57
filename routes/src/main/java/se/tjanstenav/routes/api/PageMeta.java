package se.tjanstenav.routes.api;

/**
 * Where a page lies in the whole.
 *
 * @param total how many match in all
 */
record PageMeta(long total, int limit, int offset) {}
