/** Sources that answer HTTP GET with JSON, XML, CSV or linked data: {@link RestFetcher}, and {@link
 * DetailFetcher} for what a list does not tell. What is sent goes through the egress client. */
@NullMarked
package se.tjanstenav.connectors.rest;

import org.jspecify.annotations.NullMarked;
