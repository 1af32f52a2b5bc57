/**
 * The registry API, {@code /registry/v1}: one controller for each resource, starting at {@code ConnectorsController}.
 * What may be done to what is decided by {@link se.tjanstenav.connectors.registry.Registry}, and for runs by
 * {@link se.tjanstenav.catalog.Harvests}; here requests are read and answers written. What a caller may not touch is
 * answered like what does not exist. No SQL, no flows, and no secret in any answer.
 */
@NullMarked
package se.tjanstenav.routes.registry;

import org.jspecify.annotations.NullMarked;
