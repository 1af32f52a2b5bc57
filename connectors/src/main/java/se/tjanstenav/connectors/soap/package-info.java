/**
 * Sources that speak SOAP 1.1 or 1.2: {@link SoapFetcher}. CXF writes and reads the envelopes, without a WSDL; {@link
 * EgressConduit} is its only way out and uses the egress client. Types of CXF and SAAJ stay here.
 */
@NullMarked
package se.tjanstenav.connectors.soap;

import org.jspecify.annotations.NullMarked;
