/**
 * Who may call the registry API: a {@link se.tjanstenav.connectors.access.Caller} and the keys in {@link
 * se.tjanstenav.connectors.access.AccessKeys}. How a credential travels over HTTP is unknown here, and so is what a
 * caller wants.
 */
@NullMarked
package se.tjanstenav.connectors.access;

import org.jspecify.annotations.NullMarked;
