package se.tjanstenav.connectors.trial;

import java.util.List;
import se.tjanstenav.connectors.fault.Excerpt;

/** The descriptor has no feed of the name that was asked for. */
public final class UnknownFeedException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String detail;

    UnknownFeedException(String name, List<String> known) {
        this("There is no feed '%s' in the descriptor; there are %s"
                .formatted(Excerpt.of(name), String.join(", ", known)));
    }

    private UnknownFeedException(String detail) {
        super(detail);
        this.detail = detail;
    }

    /** What to tell the caller. */
    public String detail() {
        return detail;
    }
}
