/**
 * Ready answers in memory, dropped when the change log or a feed's status says they may be wrong. Start at
 * {@code CaffeineAnswerCache}. It neither renders nor reads the store.
 */
@NullMarked
package se.tjanstenav.catalog.cache;

import org.jspecify.annotations.NullMarked;
