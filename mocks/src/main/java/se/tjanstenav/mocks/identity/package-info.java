/**
 * Who the agencies are and whom they trust: keys, certificates and secrets, of this run or kept in a folder. Start at
 * {@link se.tjanstenav.mocks.identity.StubKeys}. No key is ever part of the module.
 */
@NullMarked
package se.tjanstenav.mocks.identity;

import org.jspecify.annotations.NullMarked;
