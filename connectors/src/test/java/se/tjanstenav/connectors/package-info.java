/** Tests of the connectors as a whole; {@link se.tjanstenav.connectors.TestHub} loads descriptors as the hub does. */
@NullMarked
package se.tjanstenav.connectors;

import org.jspecify.annotations.NullMarked;
