/**
 * Tests of registered connectors, on SQLite and on PostgreSQL; {@link
 * se.tjanstenav.connectors.registry.RegistryDatabase} is the database of whoever keeps something in it.
 */
@NullMarked
package se.tjanstenav.connectors.registry;

import org.jspecify.annotations.NullMarked;
