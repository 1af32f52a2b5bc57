package se.tjanstenav.connectors.rest;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import se.tjanstenav.connectors.descriptor.Descriptor;
import se.tjanstenav.connectors.descriptor.Detail;
import se.tjanstenav.connectors.descriptor.FeedSpec;
import se.tjanstenav.connectors.descriptor.Response;
import se.tjanstenav.connectors.egress.EgressRequest;
import se.tjanstenav.connectors.egress.EgressResponse;
import se.tjanstenav.connectors.egress.Exchange;
import se.tjanstenav.connectors.egress.RunDeadline;
import se.tjanstenav.connectors.fault.FaultCode;
import se.tjanstenav.connectors.fault.SourceException;
import se.tjanstenav.connectors.mapping.RecordContext;
import se.tjanstenav.connectors.secret.Secrets;
import se.tjanstenav.connectors.source.FoundRecord;
import se.tjanstenav.connectors.tree.JsonRecords;
import se.tjanstenav.connectors.tree.TreePointer;
import se.tjanstenav.connectors.tree.XmlNames;
import se.tjanstenav.connectors.tree.XmlRecords;

/** Asks for what the list, an index only, does not tell of a record. Safe for use by several threads. */
public final class DetailFetcher {

    /** The statuses that say that there is no such thing, rather than that the agency fails. */
    private static final Set<Integer> NOT_THERE = Set.of(404, 410);

    private final Detail detail;
    private final DetailAddress address;
    private final Exchange exchange;
    private final Secrets secrets;
    private final TreePointer pointer;
    private final XmlNames names;
    private final boolean json;

    public DetailFetcher(Descriptor.Spec spec, FeedSpec feed, Exchange exchange, Secrets secrets) {
        this.secrets = secrets;
        this.detail = Objects.requireNonNull(feed.detail());
        String listed = feed.request().host() == null
                ? spec.egress().hosts().get(0)
                : feed.request().host();
        this.address = new DetailAddress(
                detail,
                detail.host() == null ? listed : detail.host(),
                TreePointer.parse(feed.response().id()));
        this.exchange = exchange;
        this.pointer = TreePointer.parse(detail.pointer());
        this.json = detail.format() == null
                ? feed.response().format() == Response.Format.JSON
                : detail.format() == Detail.Format.JSON;
        this.names = new XmlNames(feed.response().xml().prefixes());
    }

    /** What one request answered; nothing where it said that there is no such thing. */
    private record Answer(int status, @Nullable Object tree) {}

    /**
     * The record with its detail beside it, or with the reason why it has none.
     *
     * @throws SourceException if the agency fails, rather than this one record
     */
    public FoundRecord complete(FoundRecord record, RunDeadline deadline) {
        if (record.oversized()) {
            return record;
        }
        RecordContext context = record.context();
        try {
            URI uri = address.of(record);
            Answer answer = exchange.attempting(uri, deadline, () -> ask(uri, deadline));
            if (NOT_THERE.contains(answer.status())) {
                return detail.optional().contains(answer.status())
                        ? record
                        : record.with(context.without("The detail call to %s answered %d; the agency has to mend its"
                                        .formatted(uri.getPath(), answer.status())
                                + " list, or detail.optional allows it"));
            }
            return pointer.find(answer.tree())
                    .map(found -> record.with(context.with(RecordContext.DETAIL, found)))
                    .orElseGet(() -> record.with(context.without(
                            "The detail call to %s answered nothing at '%s'".formatted(uri.getPath(), pointer))));
        } catch (DetailAddress.UnfilledException e) {
            return record.with(context.without(String.valueOf(e.getMessage())));
        } catch (SourceException e) {
            if (e.code() == FaultCode.TOO_LARGE) {
                return record.tooLarge();
            }
            throw e;
        }
    }

    private Answer ask(URI uri, RunDeadline deadline) {
        Map<String, String> headers = new HashMap<>();
        headers.put(HttpHeaders.ACCEPT, json ? RestFetcher.ACCEPT_JSON : RestFetcher.ACCEPT_XML);
        headers.putAll(detail.headers());
        try (EgressResponse response = exchange.once(EgressRequest.get(uri, headers), deadline)) {
            if (NOT_THERE.contains(response.status())) {
                return new Answer(response.status(), null);
            }
            Exchange.requireOk(response);
            response.requireSyntax(json ? "json" : "xml");
            Optional<String> charset = response.charset();
            Object tree = json
                    ? JsonRecords.readTree(response.body())
                    : XmlRecords.readTree(response.body(), charset.orElse(null), names);
            return new Answer(response.status(), secrets.masked(tree));
        }
    }
}
