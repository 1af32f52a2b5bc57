package se.tjanstenav.routes.evaluation;

import java.util.List;
import se.tjanstenav.catalog.model.ServiceId;

/** Something that answers questions with services. */
interface Finder {

    /** How far down a list the first right answer is looked for. */
    int DEPTH = 50;

    /** What it is called in the report. */
    String name();

    /** At most {@link #DEPTH} services, best first. */
    List<ServiceId> find(Question question);
}
