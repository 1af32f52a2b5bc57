package se.tjanstenav.mocks.record;

/** Why an endpoint was not recorded, and what to do; nothing has been written then. */
final class RecordingException extends RuntimeException {

    private static final long serialVersionUID = 1;

    RecordingException(String message) {
        super(message);
    }

    RecordingException(String message, Throwable cause) {
        super(message, cause);
    }
}
