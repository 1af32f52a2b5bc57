/**
 * The contract every kind of source keeps: {@link se.tjanstenav.connectors.tck.ConnectorContract} is run for REST and for
 * SOAP over real HTTPS.
 */
@NullMarked
package se.tjanstenav.connectors.tck;

import org.jspecify.annotations.NullMarked;
