/** Sources that answer HTTP GET with JSON, XML or CSV: {@link RestFetcher}. What is sent goes through the egress client. */
@NullMarked
package se.tjanstenav.connectors.rest;

import org.jspecify.annotations.NullMarked;
