/**
 * Hubs as real processes that are killed, paused and left without disk, while readers watch. Start at
 * {@code SqliteCrashIT} and {@code ReplicasIT}; {@code Endurance} says how long they go on. What holds within one
 * process is tested where it is built.
 */
@NullMarked
package se.tjanstenav.routes.processes;

import org.jspecify.annotations.NullMarked;
