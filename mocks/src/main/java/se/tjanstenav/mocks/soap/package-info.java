/**
 * SOAP agencies: CXF on Jetty with an agency's WSDL and WS-Security. Only {@link se.tjanstenav.mocks.soap.SoapStub} is for others,
 * and only this package knows their server.
 */
@NullMarked
package se.tjanstenav.mocks.soap;

import org.jspecify.annotations.NullMarked;
