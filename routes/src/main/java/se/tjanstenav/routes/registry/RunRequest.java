package se.tjanstenav.routes.registry;

import org.jspecify.annotations.Nullable;

/**
 * What can be sent to ask for runs, as the OpenAPI document tells it.
 *
 * @param feed the name of a feed; every feed of the connector without it
 */
record RunRequest(@Nullable String feed) {}
