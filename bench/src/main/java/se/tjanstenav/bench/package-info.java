/** Measures the built hub, side by side with what one would use instead, and tells the figures as ratios of one run. */
@NullMarked
package se.tjanstenav.bench;

import org.jspecify.annotations.NullMarked;
