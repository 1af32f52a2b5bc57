/**
 * The change log as those read it who copy the catalogue: cursors that hold in one store only ({@link
 * se.tjanstenav.routes.changes.ChangeFeed}), and streams of server-sent events that hold no thread ({@link
 * se.tjanstenav.routes.changes.ChangeStreams}). What a change looks like on the wire is the API's.
 */
@NullMarked
package se.tjanstenav.routes.changes;

import org.jspecify.annotations.NullMarked;
