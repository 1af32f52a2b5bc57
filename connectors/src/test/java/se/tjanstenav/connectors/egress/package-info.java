/** Tests of the way out. */
@NullMarked
package se.tjanstenav.connectors.egress;

import org.jspecify.annotations.NullMarked;
