/** Tests of the REST source's own parts. */
@NullMarked
package se.tjanstenav.connectors.rest;

import org.jspecify.annotations.NullMarked;
