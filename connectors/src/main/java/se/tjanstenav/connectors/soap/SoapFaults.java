package se.tjanstenav.connectors.soap;

import jakarta.xml.soap.SOAPConstants;
import jakarta.xml.soap.SOAPFault;
import jakarta.xml.ws.soap.SOAPFaultException;
import java.net.URI;
import java.util.Iterator;
import java.util.Set;
import javax.xml.namespace.QName;
import se.tjanstenav.connectors.fault.Excerpt;
import se.tjanstenav.connectors.fault.FaultCode;
import se.tjanstenav.connectors.fault.SourceException;

/** What a SOAP fault means: the receiver's is worth another attempt, the sender's is not. */
final class SoapFaults {

    private static final Set<String> RECEIVER = Set.of("Server", "Receiver");
    // The codes of WS-Security 1.1 §12, and the one by which Apache WSS4J hides which of them it was.
    private static final Set<String> SECURITY =
            Set.of("FailedAuthentication", "FailedCheck", "InvalidSecurity", "InvalidSecurityToken", "SecurityError");

    private SoapFaults() {}

    static SourceException of(URI endpoint, SOAPFaultException thrown) {
        SOAPFault fault = thrown.getFault();
        QName code = fault.getFaultCodeAsQName();
        String name = code == null ? "unknown" : code.getLocalPart();
        String told = "%s answered with the SOAP fault %s: %s"
                .formatted(endpoint, Excerpt.of(name), Excerpt.of(String.valueOf(fault.getFaultString())));
        if (refusesCredentials(fault, name)) {
            return SourceException.of(FaultCode.AUTH, told, thrown);
        }
        return RECEIVER.contains(name)
                ? SourceException.agencySide(FaultCode.SOAP_FAULT, told, null)
                : SourceException.of(FaultCode.SOAP_FAULT, told, thrown);
    }

    private static boolean refusesCredentials(SOAPFault fault, String name) {
        if (SECURITY.contains(name)) {
            return true;
        }
        if (!SOAPConstants.URI_NS_SOAP_1_2_ENVELOPE.equals(fault.getNamespaceURI())) {
            return false;
        }
        Iterator<QName> subcodes = fault.getFaultSubcodes();
        while (subcodes.hasNext()) {
            if (SECURITY.contains(subcodes.next().getLocalPart())) {
                return true;
            }
        }
        return false;
    }
}
