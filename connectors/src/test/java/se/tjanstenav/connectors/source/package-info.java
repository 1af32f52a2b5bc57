/** Tests of paging. */
@NullMarked
package se.tjanstenav.connectors.source;

import org.jspecify.annotations.NullMarked;
