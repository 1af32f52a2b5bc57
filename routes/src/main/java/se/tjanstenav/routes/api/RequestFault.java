package se.tjanstenav.routes.api;

/**
 * One thing wrong with a request.
 *
 * @param pointer JSON pointer into the request, such as {@code /query/limit}
 * @param detail what is wrong and what is allowed
 */
record RequestFault(String pointer, String detail) {}
