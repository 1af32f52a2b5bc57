package se.tjanstenav.mocks.soap;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.xml.ws.Provider;
import jakarta.xml.ws.Service;
import jakarta.xml.ws.ServiceMode;
import jakarta.xml.ws.WebServiceProvider;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.transform.Source;
import org.apache.cxf.binding.soap.Soap11;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.SoapActionInInterceptor;
import org.apache.cxf.phase.PhaseInterceptorChain;
import org.apache.cxf.staxutils.StaxSource;
import org.apache.cxf.staxutils.StaxUtils;
import org.apache.cxf.ws.addressing.AddressingProperties;
import org.apache.cxf.ws.addressing.JAXWSAConstants;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import se.tjanstenav.mocks.agency.Agency;
import se.tjanstenav.mocks.agency.ServedData;

/**
 * A SOAP agency's operations, answered from its data files. SOAP version, request element, SOAP action and WS-Addressing
 * action must all be the ones of the WSDL; otherwise the caller gets a sender's fault that says which.
 */
@WebServiceProvider
@ServiceMode(Service.Mode.PAYLOAD)
final class SoapCatalogue implements Provider<Source> {

    private static final XMLInputFactory XML = XMLInputFactory.newFactory();

    private final Agency.Soap contract;
    private final ServedData served;
    private final Set<String> asked = ConcurrentHashMap.newKeySet();

    SoapCatalogue(Agency.Soap contract, ServedData served) {
        this.contract = contract;
        this.served = served;
    }

    @Override
    public Source invoke(Source request) {
        SoapMessage message = (SoapMessage) PhaseInterceptorChain.getCurrentMessage();
        checkVersion(message);
        Agency.Operation operation = operation(message, root(message, request));
        String action = contract.actionPrefix() + operation.name();
        checkAction(message, "SOAP action", SoapActionInInterceptor.getSoapAction(message), action);
        if (contract.addressing()) {
            checkAction(message, "wsa:Action", addressedAction(message), action);
        }
        asked.add(operation.name());
        return streamed(served.read(operation.layout(), false, true).body().stream(UTF_8));
    }

    /** Read by a reader of its own: that of CXF gives up after 50,000 children of an element, in the middle of the answer. */
    private static Source streamed(InputStream answer) {
        try {
            return new StaxSource(XML.createXMLStreamReader(answer));
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A stub's answer is not XML", e);
        }
    }

    /** The operations nobody has called so far. */
    List<String> unasked() {
        return contract.operations().stream()
                .map(Agency.Operation::name)
                .filter(each -> !asked.contains(each))
                .toList();
    }

    private void checkVersion(SoapMessage message) {
        String version = message.getVersion() instanceof Soap11 ? "1.1" : "1.2";
        if (!version.equals(contract.version())) {
            throw new SoapFault(
                    "Send SOAP " + contract.version() + ", not " + version,
                    message.getVersion().getVersionMismatch());
        }
    }

    private static QName root(SoapMessage message, @Nullable Source request) {
        try {
            if (request == null) {
                throw sender(message, "The SOAP body is empty");
            }
            Node node = StaxUtils.read(request);
            Element element = node instanceof Document document ? document.getDocumentElement() : (Element) node;
            return new QName(element.getNamespaceURI(), element.getLocalName());
        } catch (XMLStreamException e) {
            throw sender(message, "The SOAP body cannot be read");
        }
    }

    private Agency.Operation operation(SoapMessage message, QName root) {
        return contract.operations().stream()
                .filter(each -> root.equals(new QName(contract.namespace(), each.request())))
                .findFirst()
                .orElseThrow(() -> sender(message, "No operation takes the element " + root + "; see ?wsdl"));
    }

    private static void checkAction(SoapMessage message, String what, @Nullable String action, String expected) {
        if (action != null && !action.isEmpty() && !expected.equals(action)) {
            throw sender(message, what + " is " + action + ", must be " + expected + " with this body");
        }
    }

    private static @Nullable String addressedAction(SoapMessage message) {
        AddressingProperties properties =
                (AddressingProperties) message.get(JAXWSAConstants.ADDRESSING_PROPERTIES_INBOUND);
        return properties == null || properties.getAction() == null
                ? null
                : properties.getAction().getValue();
    }

    private static SoapFault sender(SoapMessage message, String text) {
        return new SoapFault(text, message.getVersion().getSender());
    }
}
