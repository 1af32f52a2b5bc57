/**
 * What the catalogue says about public services: immutable records that validate themselves, named after CPSV-AP 3.2
 * (Core Public Service Vocabulary Application Profile) where it has a term. Start at {@link Service} for the merged
 * view and at {@link Contribution} for what one source record says. No I/O, no framework, no presentation here.
 */
@NullMarked
package se.tjanstenav.catalog.model;

import org.jspecify.annotations.NullMarked;
