/**
 * Records an endpoint into the folder of a stub agency. Start at {@link se.tjanstenav.mocks.record.StubRecorderMain}; an
 * {@link se.tjanstenav.mocks.record.Exchange} is fetched, taken apart, masked and only then written: what is secret or says who a
 * person is never reaches a file.
 */
@NullMarked
package se.tjanstenav.mocks.record;

import org.jspecify.annotations.NullMarked;
