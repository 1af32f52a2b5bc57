/**
 * Finding services by the citizen's words: an embedded Lucene index through Hibernate Search that follows the change
 * log. Start at {@code SearchableCatalogue}, then {@code ServiceIndex}. What a service is comes from the store; the
 * index holds ids, words and sort keys only.
 */
@NullMarked
package se.tjanstenav.catalog.search;

import org.jspecify.annotations.NullMarked;
