/**
 * The unified catalogue as its users see it. {@link Catalogue} is the reading side, {@link Harvests} the writing side,
 * {@link Sources} says how fresh each feed is, {@link AnswerCache} keeps rendered answers ready. The records they speak
 * in are in {@code catalog.model}; how it is stored, searched and cached is in the packages below and concerns nobody
 * else. Nothing here knows where data came from technically.
 */
@NullMarked
package se.tjanstenav.catalog;

import org.jspecify.annotations.NullMarked;
