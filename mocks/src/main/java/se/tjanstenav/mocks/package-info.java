/**
 * Stub agencies over real HTTPS and SOAP, with the faults agencies have shown. Start at {@link se.tjanstenav.mocks.StubAgencies};
 * {@link se.tjanstenav.mocks.StubAgenciesMain} runs all of them for a demonstration. An agency is a folder of data, not a
 * class, and nothing here knows the other modules. The packages below are not for users, save {@code junit} and {@code record};
 * of this one they know {@link se.tjanstenav.mocks.Fault} and {@link se.tjanstenav.mocks.Scenario} only.
 */
@NullMarked
package se.tjanstenav.mocks;

import org.jspecify.annotations.NullMarked;
