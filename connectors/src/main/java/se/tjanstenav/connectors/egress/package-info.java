/**
 * The one way out: {@link EgressClient} sends every request of a connector, for REST, tokens and SOAP alike, over HTTPS
 * to the descriptor's hosts only, under its limits. Addresses are checked after name resolution, redirects are not
 * followed, answers are bounded while they are read. {@link Attempts} adds retries and the circuit breaker.
 */
@NullMarked
package se.tjanstenav.connectors.egress;

import org.jspecify.annotations.NullMarked;
