/**
 * Finding services by the citizen's words through Hibernate Search, in embedded Lucene or in an OpenSearch that replicas
 * share. Start at {@code SearchableCatalogue} for searches and at {@code ServiceIndex} for how the index follows the change
 * log; what the backends do differently is behind {@code IndexBackend} and {@code Generation}. What a service is comes
 * from the store; the index holds ids, words and sort keys only.
 */
@NullMarked
package se.tjanstenav.catalog.search;

import org.jspecify.annotations.NullMarked;
