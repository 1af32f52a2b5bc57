/**
 * What the built jar does besides being the hub: commands, told by the first argument. Start at {@link
 * se.tjanstenav.routes.command.Commands}. No Spring context, no web server, no database and no Camel is started here.
 */
@NullMarked
package se.tjanstenav.routes.command;

import org.jspecify.annotations.NullMarked;
