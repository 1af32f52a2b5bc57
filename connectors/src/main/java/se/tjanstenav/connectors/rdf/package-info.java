/**
 * Linked data as records: {@link RdfRecords} parses an answer to a graph within bounds, never fetching anything, and
 * makes a tree of every resource of a class. No type of Jena leaves this package.
 */
@NullMarked
package se.tjanstenav.connectors.rdf;

import org.jspecify.annotations.NullMarked;
