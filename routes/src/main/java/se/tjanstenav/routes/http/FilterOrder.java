package se.tjanstenav.routes.http;

import org.springframework.core.Ordered;

/** In which order requests pass the hub's filters. Boot's own, which begins the trace, stands before them. */
public final class FilterOrder {

    public static final int TRACEPARENT = Ordered.HIGHEST_PRECEDENCE + 100;

    /** Before those that refuse, so that a web page can read why it was refused. */
    public static final int CROSS_ORIGIN = TRACEPARENT + 1;

    public static final int ADDRESS_LENGTH = TRACEPARENT + 2;
    public static final int RATE_LIMIT = TRACEPARENT + 3;

    /** Behind those that refuse, and before all that is only for answers which have yet to be made. */
    public static final int READY_ANSWERS = TRACEPARENT + 4;

    public static final int ENTITY_TAGS = TRACEPARENT + 5;

    private FilterOrder() {}
}
