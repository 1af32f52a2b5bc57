/** Tests of the descriptor language. */
@NullMarked
package se.tjanstenav.connectors.descriptor;

import org.jspecify.annotations.NullMarked;
