/**
 * The admin address of the stand-alone run, for people and for programs: what agencies there are, how to call them, and their
 * switches. Start at {@link se.tjanstenav.mocks.web.AdminServer}.
 */
@NullMarked
package se.tjanstenav.mocks.web;

import org.jspecify.annotations.NullMarked;
