/**
 * What a connector is: a descriptor in YAML that tells how one agency's interface is asked and how its records become
 * contributions. Start at {@link Connectors}; a {@link Feed} is opened to a {@link RecordStream} and maps each
 * {@link SourceRecord}. Wire types of JSON, XML and SOAP stay in the packages below; Camel and the hub's own HTTP API
 * are unknown here.
 */
@NullMarked
package se.tjanstenav.connectors;

import org.jspecify.annotations.NullMarked;
