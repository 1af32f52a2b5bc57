/**
 * Data files taken apart into records, and what an agency may do to its records: more of them, changed ones, spoiled ones. Start at
 * {@link se.tjanstenav.mocks.records.Layout}. Nothing here knows an agency, a protocol or a server.
 */
@NullMarked
package se.tjanstenav.mocks.records;

import org.jspecify.annotations.NullMarked;
