/** Tests of secrets. */
@NullMarked
package se.tjanstenav.connectors.secret;

import org.jspecify.annotations.NullMarked;
