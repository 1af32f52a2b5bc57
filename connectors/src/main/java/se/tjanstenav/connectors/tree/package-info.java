/**
 * From bytes to one tree shape of maps, lists, strings, numbers, booleans and null, record by record and without
 * holding the whole answer. Start at {@link RecordReader}: {@link JsonRecords}, {@link XmlRecords} and {@link
 * CsvRecords} implement it. No type of Jackson, StAX or a CSV parser leaves this package.
 */
@NullMarked
package se.tjanstenav.connectors.tree;

import org.jspecify.annotations.NullMarked;
