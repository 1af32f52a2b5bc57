package se.tjanstenav.connectors;

import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.Completeness;
import se.tjanstenav.connectors.descriptor.Descriptor;
import se.tjanstenav.connectors.descriptor.FeedSpec;
import se.tjanstenav.connectors.descriptor.Lookup;
import se.tjanstenav.connectors.egress.Exchange;
import se.tjanstenav.connectors.egress.RunDeadline;
import se.tjanstenav.connectors.fault.FaultCode;
import se.tjanstenav.connectors.fault.SourceException;
import se.tjanstenav.connectors.mapping.LookupTable;
import se.tjanstenav.connectors.rest.DetailFetcher;
import se.tjanstenav.connectors.rest.RestFetcher;
import se.tjanstenav.connectors.soap.SoapFetcher;
import se.tjanstenav.connectors.source.Fetcher;
import se.tjanstenav.connectors.source.FoundRecord;
import se.tjanstenav.connectors.source.PageListener;
import se.tjanstenav.connectors.source.PagedRecords;
import se.tjanstenav.connectors.source.Resumption;

/** What a feed asks the agency for: the pages of its list, the details of its records, and its lookups. */
final class FeedFetchers {

    private final Descriptor.Spec spec;
    private final FeedSpec feed;
    private final AgencyConnection connection;
    private final Clock clock;

    FeedFetchers(Descriptor.Spec spec, FeedSpec feed, AgencyConnection connection, Clock clock) {
        this.spec = spec;
        this.feed = feed;
        this.connection = connection;
        this.clock = clock;
    }

    Fetcher pages(Resumption resumption) {
        return pages(feed, resumption);
    }

    Fetcher pages(FeedSpec list, Resumption resumption) {
        Exchange exchange = connection.exchange();
        Fetcher pages =
                switch (list.response().format()) {
                    case JSON, XML, CSV, JSON_LD, TURTLE -> new RestFetcher(spec, list, exchange, resumption);
                    case SOAP -> new SoapFetcher(spec, list, exchange, resumption, connection.secrets(), clock);
                };
        return list.asked()
                .<Fetcher>map(code ->
                        (position, deadline) -> pages.fetch(position, deadline).aboutService(code))
                .orElse(pages);
    }

    DetailFetcher details() {
        return new DetailFetcher(spec, feed, connection.exchange(), connection.secrets());
    }

    /** Fetches every lookup whole; a part of one would make mappings give other results than the whole. */
    Map<String, LookupTable> lookups(RunDeadline deadline) {
        Map<String, LookupTable> tables = new HashMap<>();
        for (Lookup lookup : feed.lookups()) {
            FeedSpec list = feed.asking(lookup);
            Resumption afresh = new Resumption(list, lookup.name(), null, clock);
            try (PagedRecords records = new PagedRecords(
                    lookup.name(),
                    list,
                    pages(list, afresh),
                    spec.limits(),
                    deadline,
                    afresh,
                    connection.secrets(),
                    PageListener.NONE)) {
                tables.put(lookup.name(), table(lookup, records));
            }
        }
        return tables;
    }

    private static LookupTable table(Lookup lookup, PagedRecords records) {
        Map<String, @Nullable Object> byId = new LinkedHashMap<>();
        while (records.hasNext()) {
            FoundRecord record = records.next();
            if (record.oversized() || byId.size() >= lookup.maxRecords()) {
                throw tooLarge(lookup, "has over %d records, or too large a one".formatted(lookup.maxRecords()));
            }
            String id = record.externalId();
            if (id != null && byId.put(id, record.tree()) != null) {
                throw SourceException.of(
                        FaultCode.MALFORMED_RESPONSE,
                        "The lookup '%s' has two records of one identity".formatted(lookup.name()));
            }
        }
        if (records.completeness() != Completeness.COMPLETE) {
            throw SourceException.of(
                    FaultCode.MALFORMED_RESPONSE, "The lookup '%s' cannot be read whole".formatted(lookup.name()));
        }
        try {
            return LookupTable.of(byId);
        } catch (IllegalArgumentException e) {
            throw tooLarge(lookup, "is too large in all");
        }
    }

    private static SourceException tooLarge(Lookup lookup, String how) {
        return SourceException.of(FaultCode.TOO_LARGE, "The lookup '%s' %s".formatted(lookup.name(), how));
    }
}
