/**
 * Who makes a request of the registry API: keys and tokens in a header become a {@link
 * se.tjanstenav.connectors.access.Caller}, which a controller takes as a parameter. Start at {@code
 * SecurityConfiguration}. The citizen API, its page and the actuator are none of this package's business, and what a
 * caller may touch is decided where the thing is known.
 */
@NullMarked
package se.tjanstenav.routes.access;

import org.jspecify.annotations.NullMarked;
