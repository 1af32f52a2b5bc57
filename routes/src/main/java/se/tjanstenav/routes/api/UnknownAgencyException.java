package se.tjanstenav.routes.api;

import se.tjanstenav.routes.http.Excerpt;
import se.tjanstenav.routes.http.ProblemException;
import se.tjanstenav.routes.http.ProblemType;
import se.tjanstenav.routes.http.Roots;

/** There is no agency with the id that was asked for. */
final class UnknownAgencyException extends ProblemException {

    private static final long serialVersionUID = 1L;

    UnknownAgencyException(String id) {
        super(
                ProblemType.UNKNOWN_AGENCY,
                "No agency has the id '%s'. Ids are found in the list of agencies, %s/agencies"
                        .formatted(Excerpt.of(id), Roots.CATALOG));
    }
}
