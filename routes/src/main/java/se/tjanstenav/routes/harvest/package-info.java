/**
 * The harvest: how one feed's records flow from an agency into the published catalogue. Read {@link HarvestRoutes}
 * first, it is the table of contents; {@link HarvestSteps} does the steps, {@link HarvestFaults} says what happens
 * when one fails, {@link HarvestTask} when it runs, {@link RequestedRuns} takes what people ask for. No wire formats, no
 * SQL, and nothing a source sends chooses where a message goes.
 */
@NullMarked
package se.tjanstenav.routes.harvest;

import org.jspecify.annotations.NullMarked;
