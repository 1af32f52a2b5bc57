/**
 * Secrets by name: {@link Secrets} reads one file each from a directory, as systemd credentials and container secrets
 * provide them. Values leave this package only as {@link Secret}, which never prints itself.
 */
@NullMarked
package se.tjanstenav.connectors.secret;

import org.jspecify.annotations.NullMarked;
