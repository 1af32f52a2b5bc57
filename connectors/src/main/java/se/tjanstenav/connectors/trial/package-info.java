/**
 * Trying a descriptor without a trace: {@link se.tjanstenav.connectors.trial.DryRun} fetches a little of each feed, maps
 * it and tells what a run would make of it; start there. Nothing here writes, and nothing of a trial outlives it.
 */
@NullMarked
package se.tjanstenav.connectors.trial;

import org.jspecify.annotations.NullMarked;
