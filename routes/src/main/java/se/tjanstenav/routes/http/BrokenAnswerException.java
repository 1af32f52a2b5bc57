package se.tjanstenav.routes.http;

/** An answer failed when part of it had been sent. */
public final class BrokenAnswerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BrokenAnswerException(String path, Throwable cause) {
        super("The answer to " + path + " broke off after part of it had been sent", cause);
    }
}
