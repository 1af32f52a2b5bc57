package se.tjanstenav.connectors.soap;

import java.util.Set;
import javax.xml.namespace.QName;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.phase.Phase;
import org.apache.wss4j.common.WSS4JConstants;

/**
 * Lets answers pass whose WS-Security header must be understood. It is not checked: that the answer comes from the
 * agency, and unchanged, is vouched for by TLS.
 */
final class UncheckedSecurity extends AbstractSoapInterceptor {

    private static final QName SECURITY = new QName(WSS4JConstants.WSSE_NS, "Security");

    UncheckedSecurity() {
        super(Phase.PRE_PROTOCOL);
    }

    @Override
    public Set<QName> getUnderstoodHeaders() {
        return Set.of(SECURITY);
    }

    @Override
    public void handleMessage(SoapMessage message) {}
}
