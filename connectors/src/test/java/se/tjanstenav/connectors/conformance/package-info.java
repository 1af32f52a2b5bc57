/** The examination that an agency makes of itself, against stub agencies that stand in for it. */
@NullMarked
package se.tjanstenav.connectors.conformance;

import org.jspecify.annotations.NullMarked;
