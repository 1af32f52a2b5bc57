/**
 * What REST and SOAP sources have in common: a {@link Fetcher} gets one {@link Page} after the other, {@link
 * PagedRecords} turns them into one run's records and knows how complete the run was.
 */
@NullMarked
package se.tjanstenav.connectors.source;

import org.jspecify.annotations.NullMarked;
