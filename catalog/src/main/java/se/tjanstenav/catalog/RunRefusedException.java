package se.tjanstenav.catalog;

/** What was asked of a run does not fit how it, or its feed, stands. The message is for whoever asked. */
public final class RunRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RunRefusedException(String message) {
        super(message);
    }
}
