package se.tjanstenav.connectors.trial;

import java.util.List;

/** The descriptor has no feed of the name that was asked for. */
public final class UnknownFeedException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    UnknownFeedException(String name, List<String> known) {
        super("There is no feed '%s' in the descriptor; there are %s".formatted(name, String.join(", ", known)));
    }
}
