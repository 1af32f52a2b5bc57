/**
 * Every way in which fetching can fail, with a stable code each: start at {@link FaultCode}. Sources and the egress
 * client throw {@link SourceException}; nothing else of the connectors lives here.
 */
@NullMarked
package se.tjanstenav.connectors.fault;

import org.jspecify.annotations.NullMarked;
