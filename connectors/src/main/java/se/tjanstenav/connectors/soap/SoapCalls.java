package se.tjanstenav.connectors.soap;

import jakarta.xml.ws.BindingProvider;
import jakarta.xml.ws.Dispatch;
import jakarta.xml.ws.Service;
import jakarta.xml.ws.WebServiceFeature;
import jakarta.xml.ws.soap.AddressingFeature;
import jakarta.xml.ws.soap.SOAPBinding;
import java.io.StringReader;
import java.time.Clock;
import javax.xml.namespace.QName;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.bus.extension.ExtensionManagerBus;
import org.apache.cxf.endpoint.Client;
import org.apache.cxf.endpoint.UpfrontConduitSelector;
import org.apache.cxf.jaxws.DispatchImpl;
import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.transport.Conduit;
import org.apache.cxf.ws.addressing.EndpointReferenceUtils;
import org.apache.cxf.ws.security.wss4j.WSS4JOutInterceptor;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.connectors.descriptor.Soap;
import se.tjanstenav.connectors.egress.Exchange;
import se.tjanstenav.connectors.egress.RunDeadline;
import se.tjanstenav.connectors.fault.FaultCode;
import se.tjanstenav.connectors.fault.SourceException;
import se.tjanstenav.connectors.secret.Secrets;

/** Makes CXF dispatches without a WSDL and without CXF's own way out. Safe for use by several threads. */
final class SoapCalls {

    private static final QName SERVICE = new QName("urn:tjanstenav:connector", "Agency");
    private static final QName PORT = new QName("urn:tjanstenav:connector", "Port");
    private static final Bus BUS = quietBus();

    private final Soap soap;
    private final @Nullable SecurityHeader security;

    SoapCalls(Soap soap, Secrets secrets, Clock clock) {
        this.soap = soap;
        this.security = soap.wsSecurity() == null
                ? null
                : new SecurityHeader(soap.wsSecurity(), soap.version(), secrets, clock);
    }

    /** A bus that leaves the telling of faults to the run's report. */
    private static Bus quietBus() {
        Bus previous = BusFactory.getThreadDefaultBus(false);
        Bus bus = new ExtensionManagerBus();
        BusFactory.setThreadDefaultBus(previous);
        FaultListener silent = (exception, description, message) -> false;
        bus.setProperty(FaultListener.class.getName(), silent);
        return bus;
    }

    /**
     * Sends a body and gives back the answer, its headers read and its body still on its way.
     *
     * @throws SourceException if nothing stands in the answer's body
     */
    SoapAnswer invoke(@Nullable String action, String body, Exchange exchange, RunDeadline deadline) {
        Bus previous = BusFactory.getAndSetThreadDefaultBus(BUS);
        try {
            DispatchImpl<Source> dispatch = dispatch(action);
            Client client = dispatch.getClient();
            EgressConduit conduit = new EgressConduit(
                    EndpointReferenceUtils.getEndpointReference(soap.endpoint().toString()),
                    soap.endpoint(),
                    exchange,
                    deadline);
            conduit.setMessageObserver(client);
            client.setConduitSelector(selector(client, conduit));
            try {
                Source payload = dispatch.invoke(new StreamSource(new StringReader(body)));
                if (payload == null) {
                    throw SourceException.of(
                            FaultCode.MALFORMED_RESPONSE,
                            "The answer of " + soap.endpoint() + " has no element in its SOAP body");
                }
                return conduit.answer(payload);
            } finally {
                conduit.abandon();
                client.destroy();
            }
        } finally {
            BusFactory.setThreadDefaultBus(previous);
        }
    }

    private static UpfrontConduitSelector selector(Client client, Conduit conduit) {
        UpfrontConduitSelector selector = new UpfrontConduitSelector(conduit);
        selector.setEndpoint(client.getEndpoint());
        return selector;
    }

    private DispatchImpl<Source> dispatch(@Nullable String action) {
        Service service = Service.create(SERVICE);
        String binding =
                switch (soap.version()) {
                    case SOAP_11 -> SOAPBinding.SOAP11HTTP_BINDING;
                    case SOAP_12 -> SOAPBinding.SOAP12HTTP_BINDING;
                };
        service.addPort(PORT, binding, soap.endpoint().toString());
        WebServiceFeature[] features = soap.wsAddressing()
                ? new WebServiceFeature[] {new AddressingFeature(true, true)}
                : new WebServiceFeature[0];
        Dispatch<Source> dispatch = service.createDispatch(PORT, Source.class, Service.Mode.PAYLOAD, features);
        if (action != null) {
            dispatch.getRequestContext().put(BindingProvider.SOAPACTION_USE_PROPERTY, true);
            dispatch.getRequestContext().put(BindingProvider.SOAPACTION_URI_PROPERTY, action);
        }
        DispatchImpl<Source> cxf = (DispatchImpl<Source>) dispatch;
        if (security != null) {
            cxf.getClient().getOutInterceptors().add(new WSS4JOutInterceptor(security.properties()));
            cxf.getClient().getInInterceptors().add(new UncheckedSecurity());
        }
        return cxf;
    }
}
