/** Tests of the keys of the registry API, on SQLite and on PostgreSQL. */
@NullMarked
package se.tjanstenav.connectors.access;

import org.jspecify.annotations.NullMarked;
