/** What every request passes before anybody answers it: its trace, the length of its address, and its client's allowance. */
@NullMarked
package se.tjanstenav.routes.traffic;

import org.jspecify.annotations.NullMarked;
