/**
 * A real OpenSearch node for tests. Start at {@code OpenSearchNode}; {@code NodeMain} is what its process runs. Nothing
 * here knows the hub, and only tests use it.
 */
@NullMarked
package se.tjanstenav.searchnode;

import org.jspecify.annotations.NullMarked;
