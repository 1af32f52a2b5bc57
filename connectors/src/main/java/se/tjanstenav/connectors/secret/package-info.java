/**
 * Secrets by name: {@link se.tjanstenav.connectors.secret.Secrets} is what one connector may read, each for the field of
 * its descriptor that uses it. Values leave this package only as {@link se.tjanstenav.connectors.secret.Secret}, which
 * never prints itself. What a descriptor says, and what becomes of a secret, is unknown here.
 */
@NullMarked
package se.tjanstenav.connectors.secret;

import org.jspecify.annotations.NullMarked;
