/**
 * One agency, whatever protocol it speaks: its description, its files, its switches and its server. Start at
 * {@link se.tjanstenav.mocks.agency.RunningAgency}; every answer with records begins at
 * {@link se.tjanstenav.mocks.agency.ServedData}. What is special to a protocol stays out.
 */
@NullMarked
package se.tjanstenav.mocks.agency;

import org.jspecify.annotations.NullMarked;
