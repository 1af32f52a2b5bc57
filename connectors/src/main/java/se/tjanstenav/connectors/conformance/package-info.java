/**
 * Examines an agency's own endpoint against what the hub expects of it: {@link Conformance} reads each feed of a
 * descriptor twice, asks what must be refused, and gives a {@link Report} of one {@link Finding} per {@link
 * Expectation}, written by {@link TextReport} and {@link se.tjanstenav.connectors.trial.JsonReport}. Nothing here writes to an agency or to a catalogue.
 */
@NullMarked
package se.tjanstenav.connectors.conformance;

import org.jspecify.annotations.NullMarked;
