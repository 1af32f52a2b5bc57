/** Tests of parsing. */
@NullMarked
package se.tjanstenav.connectors.tree;

import org.jspecify.annotations.NullMarked;
