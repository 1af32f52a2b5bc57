/**
 * The hub as an application: its {@link se.tjanstenav.routes.TjanstenavApplication main class}, how the modules are put
 * together, and what it says when it is ready. The flows are in {@code routes.harvest}, the citizen API in
 * {@code routes.api}. No SQL here, and no wire formats of agencies.
 */
@NullMarked
package se.tjanstenav.routes;

import org.jspecify.annotations.NullMarked;
