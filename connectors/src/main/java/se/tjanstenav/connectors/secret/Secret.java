package se.tjanstenav.connectors.secret;

/** A secret value that never shows in a log, a message or a debugger's summary. */
public final class Secret {

    private final String value;

    Secret(String value) {
        this.value = value;
    }

    /** The value itself, to be handed to the protocol that needs it and to nothing else. */
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "***";
    }
}
