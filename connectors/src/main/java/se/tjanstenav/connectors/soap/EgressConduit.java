package se.tjanstenav.connectors.soap;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLStreamReader;
import javax.xml.transform.Source;
import org.apache.cxf.helpers.CastUtils;
import org.apache.cxf.message.Message;
import org.apache.cxf.message.MessageImpl;
import org.apache.cxf.transport.AbstractConduit;
import org.apache.cxf.ws.addressing.EndpointReferenceType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import se.tjanstenav.connectors.egress.EgressRequest;
import se.tjanstenav.connectors.egress.EgressResponse;
import se.tjanstenav.connectors.egress.Exchange;
import se.tjanstenav.connectors.egress.RunDeadline;
import se.tjanstenav.connectors.fault.FaultCode;
import se.tjanstenav.connectors.tree.GuardedXml;

/**
 * Carries one SOAP exchange through the egress client, so that every rule for requests holds for SOAP too. An answer
 * reaches CXF as the hub's own hardened reader, while it arrives: CXF reads headers and faults, within bounds, and
 * leaves the body to whoever asked. For one call.
 */
final class EgressConduit extends AbstractConduit {

    private static final java.util.logging.Logger LOG =
            java.util.logging.Logger.getLogger(EgressConduit.class.getName());

    private static final String ENVELOPE = "Envelope";

    private final URI endpoint;
    private final Exchange exchange;
    private final RunDeadline deadline;
    private @Nullable EgressResponse response;
    private @Nullable GuardedXml envelope;

    EgressConduit(EndpointReferenceType target, URI endpoint, Exchange exchange, RunDeadline deadline) {
        super(target);
        this.endpoint = endpoint;
        this.exchange = exchange;
        this.deadline = deadline;
    }

    @Override
    public void prepare(Message message) {
        message.setContent(OutputStream.class, new ByteArrayOutputStream());
    }

    @Override
    public void close(Message message) throws IOException {
        if (!(message.getContent(OutputStream.class) instanceof ByteArrayOutputStream envelope)) {
            super.close(message);
            return;
        }
        message.removeContent(OutputStream.class);
        EgressRequest request =
                new EgressRequest(HttpMethod.POST, endpoint, headers(message), envelope.toByteArray(), false);
        EgressResponse answer = exchange.once(request, deadline);
        response = answer;
        deliver(message, answer);
    }

    /** The answer, now the caller's to close. */
    SoapAnswer answer(Source payload) {
        SoapAnswer answer = new SoapAnswer(payload, Objects.requireNonNull(envelope), Objects.requireNonNull(response));
        response = null;
        return answer;
    }

    /** Gives up an answer that nobody has taken. */
    void abandon() {
        if (response != null) {
            response.close();
            response = null;
        }
    }

    private static Map<String, String> headers(Message message) {
        Map<String, String> headers = new HashMap<>();
        Map<String, List<String>> protocol = CastUtils.cast((Map<?, ?>) message.get(Message.PROTOCOL_HEADERS));
        if (protocol != null) {
            protocol.forEach((name, values) -> headers.put(name, String.join(", ", values)));
        }
        headers.put(HttpHeaders.CONTENT_TYPE, String.valueOf(message.get(Message.CONTENT_TYPE)));
        headers.put(HttpHeaders.ACCEPT, "application/soap+xml, text/xml");
        return headers;
    }

    private void deliver(Message out, EgressResponse answer) {
        // SOAP over HTTP answers a fault with 500 (1.1) or 500 and 400 (1.2) and puts it in an envelope.
        boolean mayBeFault = answer.isOf("xml") && List.of(200, 400, 500).contains(answer.status());
        if (!mayBeFault) {
            Exchange.requireOk(answer);
            answer.requireSyntax("xml");
        }
        String charset = answer.charset().orElse(null);
        GuardedXml xml = GuardedXml.open(answer.body(), charset);
        envelope = xml;
        if (!ENVELOPE.equals(xml.root())) {
            throw answer.fault(
                    FaultCode.MALFORMED_RESPONSE, "the element '%s', not a SOAP envelope".formatted(xml.root()));
        }
        Message in = new MessageImpl();
        in.setExchange(out.getExchange());
        in.setContent(XMLStreamReader.class, xml);
        in.put(Message.RESPONSE_CODE, answer.status());
        in.put(Message.CONTENT_TYPE, answer.headers().getFirst(HttpHeaders.CONTENT_TYPE));
        putCharset(in, charset);
        getMessageObserver().onMessage(in);
    }

    private static void putCharset(Message in, @Nullable String charset) {
        if (charset != null) {
            in.put(Message.ENCODING, charset);
        }
    }

    @Override
    protected java.util.logging.Logger getLogger() {
        return LOG;
    }
}
