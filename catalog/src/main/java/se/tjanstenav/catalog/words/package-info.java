/**
 * Understanding a citizen's question before it is searched for: which words carry it, what else each may be called, and which
 * parts a compound has. Start at {@code Words}. Knows nothing of an index or its backends, so that both are asked the same.
 */
@NullMarked
package se.tjanstenav.catalog.words;

import org.jspecify.annotations.NullMarked;
