package se.tjanstenav.routes.api;

import se.tjanstenav.routes.http.Excerpt;
import se.tjanstenav.routes.http.ProblemException;
import se.tjanstenav.routes.http.ProblemType;
import se.tjanstenav.routes.http.Roots;

/** There is no life event or business event with the id that was asked for. */
final class UnknownLifeEventException extends ProblemException {

    private static final long serialVersionUID = 1L;

    UnknownLifeEventException(String id) {
        super(
                ProblemType.UNKNOWN_LIFE_EVENT,
                "No life event or business event has the id '%s'. Ids are found in the list, %s/life-events"
                        .formatted(Excerpt.of(id), Roots.CATALOG));
    }
}
