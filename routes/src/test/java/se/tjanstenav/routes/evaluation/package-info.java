/**
 * How well search finds, measured: everyday questions, the services that answer them, and what the hub finds beside what
 * plain Lucene and PostgreSQL find in the same texts. Start at {@code SearchQualityTest}.
 */
@NullMarked
package se.tjanstenav.routes.evaluation;

import org.jspecify.annotations.NullMarked;
