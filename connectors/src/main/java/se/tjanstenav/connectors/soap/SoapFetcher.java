package se.tjanstenav.connectors.soap;

import jakarta.xml.ws.WebServiceException;
import jakarta.xml.ws.soap.SOAPFaultException;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.cxf.binding.soap.SoapFault;
import se.tjanstenav.connectors.descriptor.BodyTemplate;
import se.tjanstenav.connectors.descriptor.Descriptor;
import se.tjanstenav.connectors.descriptor.FeedSpec;
import se.tjanstenav.connectors.descriptor.Pagination;
import se.tjanstenav.connectors.descriptor.Soap;
import se.tjanstenav.connectors.egress.Exchange;
import se.tjanstenav.connectors.egress.RunDeadline;
import se.tjanstenav.connectors.fault.FaultCode;
import se.tjanstenav.connectors.fault.SourceException;
import se.tjanstenav.connectors.secret.Secrets;
import se.tjanstenav.connectors.source.Fetcher;
import se.tjanstenav.connectors.source.Page;
import se.tjanstenav.connectors.source.Position;
import se.tjanstenav.connectors.source.Resumption;
import se.tjanstenav.connectors.tree.NestedRecords;
import se.tjanstenav.connectors.tree.RecordReader;
import se.tjanstenav.connectors.tree.TreePointer;
import se.tjanstenav.connectors.tree.XmlNames;

/** Fetches the pages of a feed by SOAP calls. Safe for use by several threads. */
public final class SoapFetcher implements Fetcher {

    private final Soap soap;
    private final FeedSpec feed;
    private final Exchange exchange;
    private final SoapCalls calls;
    private final BodyTemplate body;
    private final TreePointer records;
    private final String since;
    private final Clock clock;

    public SoapFetcher(
            Descriptor.Spec spec,
            FeedSpec feed,
            Exchange exchange,
            Resumption resumption,
            Secrets secrets,
            Clock clock) {
        this.soap = Objects.requireNonNull(spec.soap());
        this.feed = feed;
        this.exchange = exchange;
        this.calls = new SoapCalls(soap, secrets, clock);
        this.body = new BodyTemplate(Objects.requireNonNull(feed.request().body()));
        this.records = TreePointer.parse(feed.response().records());
        this.since = resumption.since().orElse("");
        this.clock = clock;
    }

    @Override
    public Page fetch(Position position, RunDeadline deadline) {
        String filled = body.fill(placeholders(position));
        SoapAnswer answer = exchange.attempting(soap.endpoint(), deadline, () -> call(filled, deadline));
        try {
            RecordReader elements =
                    answer.records(records, new XmlNames(feed.response().xml().prefixes()));
            return new Page(NestedRecords.in(elements, feed.response().each()), answer::close);
        } catch (RuntimeException e) {
            answer.close();
            throw e;
        }
    }

    private SoapAnswer call(String filled, RunDeadline deadline) {
        try {
            return calls.invoke(feed.request().action(), filled, exchange, deadline);
        } catch (WebServiceException e) {
            throw SourceException.in(e).orElseGet(() -> meaning(soap.endpoint(), e));
        }
    }

    /** CXF dresses its own failures as SOAP faults too; only the agency's have CXF's type of fault as their cause. */
    private static SourceException meaning(URI endpoint, WebServiceException e) {
        if (e instanceof SOAPFaultException fault && e.getCause() instanceof SoapFault) {
            return SoapFaults.of(endpoint, fault);
        }
        return SourceException.of(
                FaultCode.MALFORMED_RESPONSE, "The answer of " + endpoint + " is no usable SOAP envelope", e);
    }

    private Map<String, String> placeholders(Position position) {
        Pagination pagination = feed.pagination();
        Map<String, String> values = new HashMap<>();
        values.put("today", LocalDate.now(clock).toString());
        values.put("page", String.valueOf(pagination.first() + position.page()));
        values.put("since", since);
        values.put("offset", String.valueOf(position.offset()));
        values.put("size", pagination.size() == null ? "" : pagination.size().toString());
        values.put("cursor", position.cursor() == null ? "" : position.cursor());
        return values;
    }
}
