/**
 * The connectors that agencies register themselves, and the life of their versions. Everything of the connector platform
 * that needs the database is put together in {@link se.tjanstenav.connectors.registry.RegistryConfiguration}; the hub's
 * HTTP API is unknown here. This package may know {@code access}, {@code audit} and {@code secret}; they know nothing
 * of it.
 */
@NullMarked
package se.tjanstenav.connectors.registry;

import org.jspecify.annotations.NullMarked;
