/**
 * The one Spring configuration an application imports to get a catalogue. It only puts the store, the search and the
 * cache together; behaviour lives there.
 */
@NullMarked
package se.tjanstenav.catalog.configuration;

import org.jspecify.annotations.NullMarked;
