/**
 * Right answers turned into wrong ones, the same for every protocol. Start at {@link se.tjanstenav.mocks.fault.Spoiling}; what a
 * fault does to records rather than to the answer is with the records.
 */
@NullMarked
package se.tjanstenav.mocks.fault;

import org.jspecify.annotations.NullMarked;
