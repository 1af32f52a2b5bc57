/** Tests of the mapping guard and of the check of contributions. */
@NullMarked
package se.tjanstenav.connectors.mapping;

import org.jspecify.annotations.NullMarked;
