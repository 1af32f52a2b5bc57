package se.tjanstenav.routes.api;

import se.tjanstenav.routes.http.Excerpt;
import se.tjanstenav.routes.http.ProblemException;
import se.tjanstenav.routes.http.ProblemType;
import se.tjanstenav.routes.http.Roots;

/** There is no service with the id that was asked for. */
final class UnknownServiceException extends ProblemException {

    private static final long serialVersionUID = 1L;

    UnknownServiceException(String id) {
        super(
                ProblemType.UNKNOWN_SERVICE,
                "No service has the id '%s'. Ids are found in the list of services, %s/services"
                        .formatted(Excerpt.of(id), Roots.CATALOG));
    }
}
