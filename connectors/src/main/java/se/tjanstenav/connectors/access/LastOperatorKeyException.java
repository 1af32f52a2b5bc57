package se.tjanstenav.connectors.access;

/** Nobody could manage the hub any more if this key were revoked. */
public class LastOperatorKeyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LastOperatorKeyException(String id) {
        super("Key %s is the last valid key of an operator; make another one first".formatted(id));
    }
}
