/**
 * Whether agencies keep what they promise, as far as their own figures tell. Start at {@link
 * se.tjanstenav.catalog.outcome.CommitmentOutcomes}. Pure functions of a service: no clock, no store, no presentation.
 */
@NullMarked
package se.tjanstenav.catalog.outcome;

import org.jspecify.annotations.NullMarked;
