package se.tjanstenav.mocks.soap;

import java.util.Set;
import org.apache.cxf.binding.soap.Soap11;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.binding.soap.interceptor.ReadHeadersInterceptor;
import org.apache.cxf.binding.soap.interceptor.SoapActionInInterceptor;
import org.apache.cxf.phase.Phase;

/**
 * Refuses a SOAP action that no operation has, as the sender's fault; CXF itself would blame the receiver, and a client may
 * then try again for nothing. SOAP 1.2 may leave the action out, SOAP 1.1 may not.
 */
final class SoapActions extends AbstractSoapInterceptor {

    private final Set<String> known;

    SoapActions(Set<String> known) {
        super(Phase.READ);
        this.known = Set.copyOf(known);
        addAfter(ReadHeadersInterceptor.class.getName());
        addBefore(SoapActionInInterceptor.class.getName());
    }

    @Override
    public void handleMessage(SoapMessage message) {
        String action = SoapActionInInterceptor.getSoapAction(message);
        boolean absent = action == null || action.isEmpty();
        if (absent ? message.getVersion() instanceof Soap11 : !known.contains(action)) {
            throw new SoapFault(
                    "The SOAP action is " + action + ", must be one of " + known,
                    message.getVersion().getSender());
        }
    }
}
