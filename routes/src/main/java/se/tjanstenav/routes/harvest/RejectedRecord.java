package se.tjanstenav.routes.harvest;

import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.Reject;

/**
 * A record that cannot be used, on its way from the dead-letter route to its run.
 *
 * @param source from what it can be mapped again, null where that is not at hand
 */
record RejectedRecord(Reject reject, @Nullable Object source) {}
