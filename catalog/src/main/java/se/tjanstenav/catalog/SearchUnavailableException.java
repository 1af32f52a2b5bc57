package se.tjanstenav.catalog;

/** Searches cannot be answered for the moment, since the search server is away or its index is not yet made. */
public final class SearchUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SearchUnavailableException(String message) {
        super(message);
    }

    public SearchUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
