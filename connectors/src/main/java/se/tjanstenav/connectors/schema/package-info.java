/** Checks trees against the published JSON Schemas: {@link JsonSchema} lists every fault with its pointer and a remedy. */
@NullMarked
package se.tjanstenav.connectors.schema;

import org.jspecify.annotations.NullMarked;
