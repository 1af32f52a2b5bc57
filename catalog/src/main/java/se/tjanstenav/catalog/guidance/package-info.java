/**
 * What helps whoever answers citizens: which of the services found applies where the citizen lives, and which channel is
 * open at a moment. Pure functions of the model; start at {@link se.tjanstenav.catalog.guidance.OpeningTimes}.
 */
@NullMarked
package se.tjanstenav.catalog.guidance;

import org.jspecify.annotations.NullMarked;
