/**
 * From a source record to a contribution: {@link Mapping} evaluates a descriptor's JSONata expression under a guard,
 * {@link Contributions} checks the result against {@code contribution.schema.json} and the model. Both tell what is
 * wrong as a {@link RecordFault}. Nothing here knows where a record came from.
 */
@NullMarked
package se.tjanstenav.connectors.mapping;

import org.jspecify.annotations.NullMarked;
