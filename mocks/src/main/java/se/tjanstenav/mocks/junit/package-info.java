/**
 * Stub agencies in JUnit tests: {@link se.tjanstenav.mocks.junit.AgencyStubs} on a test class starts them,
 * {@link se.tjanstenav.mocks.junit.StubFault} makes one fail during a method,
 * {@link se.tjanstenav.mocks.junit.StubScenario} and {@link se.tjanstenav.mocks.junit.StubVolume} change its day and its size. Only this package knows JUnit, which whoever uses it
 * brings along.
 */
@NullMarked
package se.tjanstenav.mocks.junit;

import org.jspecify.annotations.NullMarked;
