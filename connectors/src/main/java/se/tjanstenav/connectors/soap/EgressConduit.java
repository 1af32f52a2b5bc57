package se.tjanstenav.connectors.soap;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import se.tjanstenav.connectors.fault.SourceException;
import se.tjanstenav.connectors.tree.BrokenStream;
import se.tjanstenav.connectors.tree.XmlRecords;

/**
 * Carries one SOAP exchange through the egress client, so that every rule for requests holds for SOAP too. An answer
 * reaches CXF only if it is XML, well-formed and within bounds. For one call.
 */
final class EgressConduit extends AbstractConduit {

    private static final java.util.logging.Logger LOG =
            java.util.logging.Logger.getLogger(EgressConduit.class.getName());

    private final URI endpoint;
    private final Exchange exchange;
    private final RunDeadline deadline;

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
        try (EgressResponse response = exchange.once(request, deadline)) {
            deliver(message, response);
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

    private void deliver(Message out, EgressResponse response) throws IOException {
        // SOAP over HTTP answers a fault with 500 (1.1) or 500 and 400 (1.2) and puts it in an envelope.
        boolean envelope = response.isOf("xml") && List.of(200, 400, 500).contains(response.status());
        if (!envelope) {
            Exchange.requireOk(response);
            response.requireSyntax("xml");
        }
        byte[] body = read(response);
        if (body.length == 0) {
            throw response.fault(FaultCode.TRUNCATED, "nothing");
        }
        String charset = response.charset().orElse(null);
        XmlRecords.requireWellFormed(new ByteArrayInputStream(body), charset);
        Message in = new MessageImpl();
        in.setExchange(out.getExchange());
        in.setContent(InputStream.class, new ByteArrayInputStream(body));
        in.put(Message.RESPONSE_CODE, response.status());
        in.put(Message.CONTENT_TYPE, response.headers().getFirst(HttpHeaders.CONTENT_TYPE));
        putCharset(in, charset);
        getMessageObserver().onMessage(in);
    }

    /** An answer that breaks off is told as such, before CXF can make a fault of its own of it. */
    private static byte[] read(EgressResponse response) {
        try {
            return response.body().readAllBytes();
        } catch (IOException e) {
            throw SourceException.in(e).orElseGet(() -> BrokenStream.fault(e));
        }
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
