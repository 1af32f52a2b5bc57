/** Tests of what dry runs keep to; dry runs of agencies are tested beside the agencies. */
@NullMarked
package se.tjanstenav.connectors.trial;

import org.jspecify.annotations.NullMarked;
