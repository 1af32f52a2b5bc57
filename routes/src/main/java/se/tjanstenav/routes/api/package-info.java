/**
 * The citizen API under {@code /catalog/v1}: one controller per resource, the records that are its JSON, and one advice
 * that turns every fault into {@code application/problem+json}. Start at {@link ServicesController}. It reads the
 * catalogue and writes nothing; how records got there is no concern of this package.
 */
@NullMarked
package se.tjanstenav.routes.api;

import org.jspecify.annotations.NullMarked;
