/**
 * The live look-up: what agencies say at this moment, asked when a citizen wants to know. Read {@link LiveRoutes} first,
 * it is the table of contents; {@link LiveSteps} does the steps, {@link Known} says how long what an agency said holds,
 * {@link Flights} that an agency is asked once however many people want to know. Nothing here is stored, and no wire
 * format is known.
 */
@NullMarked
package se.tjanstenav.routes.live;

import org.jspecify.annotations.NullMarked;
