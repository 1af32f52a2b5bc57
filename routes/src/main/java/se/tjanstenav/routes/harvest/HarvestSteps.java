package se.tjanstenav.routes.harvest;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.support.SynchronizationAdapter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import se.tjanstenav.catalog.Fault;
import se.tjanstenav.catalog.FencedOutException;
import se.tjanstenav.catalog.HarvestRun;
import se.tjanstenav.catalog.Harvests;
import se.tjanstenav.catalog.RecordFingerprint;
import se.tjanstenav.catalog.RecordWarning;
import se.tjanstenav.catalog.Reject;
import se.tjanstenav.catalog.RunReport;
import se.tjanstenav.catalog.StorageFullException;
import se.tjanstenav.catalog.UsableRecord;
import se.tjanstenav.connectors.Feed;
import se.tjanstenav.connectors.FetchException;
import se.tjanstenav.connectors.RecordRejectedException;
import se.tjanstenav.connectors.RecordStream;
import se.tjanstenav.connectors.SourceRecord;
import se.tjanstenav.connectors.mapping.MappedRecord;

/** The steps of {@link HarvestRoutes}, each callable without Camel running. */
@Component
class HarvestSteps {

    static final String FEED = "harvest.feed";
    static final String RUN = "harvest.run";

    private static final String RECORDS = "harvest.records";

    private static final Logger log = LoggerFactory.getLogger(HarvestSteps.class);

    private final Harvests harvests;
    private final Clock clock;

    HarvestSteps(Harvests harvests, Clock clock) {
        this.harvests = harvests;
        this.clock = clock;
    }

    void begin(@Body Feed feed, Exchange exchange) {
        exchange.setProperty(FEED, feed);
        exchange.setProperty(RUN, harvests.begin(feed.id(), feed.version().orElse(null)));
    }

    /** What is read replaces the body; the stream is closed when the exchange is done, however it ends. */
    ReadAhead<List<SourceRecord>> open(
            @ExchangeProperty(FEED) Feed feed, @ExchangeProperty(RUN) HarvestRun run, Exchange exchange) {
        RecordStream stream = feed.open(run.bookmark().orElse(null));
        RecordsUntilFault records = new RecordsUntilFault(stream);
        ReadAhead<List<SourceRecord>> batches =
                ReadAhead.of(new RecordBatches(records, clock), stream::giveUp, "reading " + feed.id());
        exchange.setProperty(RECORDS, records);
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                batches.close();
                stream.close();
            }
        });
        return batches;
    }

    /** Fingerprints depend on the record alone, so several are made at once. */
    List<SourceRecord> fingerprint(@Body List<SourceRecord> records, @ExchangeProperty(FEED) Feed feed) {
        return records.parallelStream().map(feed::fingerprinted).toList();
    }

    /** What was made of the very same before is staged as it is; the rest has to be mapped. */
    List<SourceRecord> stageKnown(@Body List<SourceRecord> records, @ExchangeProperty(RUN) HarvestRun run) {
        Set<RecordFingerprint> known = run.stageKnown(
                records.stream().flatMap(record -> identity(record).stream()).toList());
        return records.stream()
                .filter(record -> identity(record).filter(known::contains).isEmpty())
                .toList();
    }

    private static Optional<RecordFingerprint> identity(SourceRecord record) {
        String externalId = record.externalId();
        String fingerprint = record.fingerprint();
        return externalId == null || fingerprint == null
                ? Optional.empty()
                : Optional.of(new RecordFingerprint(externalId, fingerprint));
    }

    /** The source goes along, in case that the record is rejected after all. */
    UsableRecord map(@Body SourceRecord record, @ExchangeProperty(FEED) Feed feed) {
        MappedRecord mapped = feed.map(record);
        String externalId = mapped.contribution().externalId();
        List<RecordWarning> warnings = mapped.warnings().stream()
                .map(warning ->
                        new RecordWarning(externalId, warning.code().name(), warning.detail(), warning.pointer()))
                .toList();
        return new UsableRecord(mapped.contribution(), warnings, record.fingerprint(), record.kept());
    }

    /** Takes in what became of a batch; a run is used by one thread, so nothing is before. */
    void stage(@Body List<?> mapped, @ExchangeProperty(RUN) HarvestRun run) {
        List<UsableRecord> usable = new ArrayList<>();
        for (Object each : mapped) {
            if (each instanceof RejectedRecord rejected) {
                run.reject(rejected.reject(), rejected.source());
            } else if (each instanceof UsableRecord record) {
                usable.add(record);
            }
        }
        run.stageRecords(usable);
    }

    RunReport publish(@ExchangeProperty(RUN) HarvestRun run, @ExchangeProperty(RECORDS) RecordsUntilFault records) {
        return run.publish(records.completeness(), records.bookmark());
    }

    /** The dead-letter step: why the record cannot be used, to be kept with the run. */
    RejectedRecord reject(
            @Body SourceRecord record,
            @ExchangeProperty(RUN) HarvestRun run,
            @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception cause) {
        return new RejectedRecord(rejectOf(record, run, cause), record.kept());
    }

    /** Where there is no run, since it could not even begin, the task itself fails and is tried again. */
    RunReport fail(
            @ExchangeProperty(RUN) @Nullable HarvestRun run,
            @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception cause)
            throws Exception {
        if (run == null) {
            throw cause;
        }
        return run.fail(faultOf(run, cause));
    }

    /** Another run has taken this one's place and will tell how the feed stands. */
    void giveUp(@ExchangeProperty(Exchange.EXCEPTION_CAUGHT) FencedOutException cause, Exchange exchange) {
        log.warn("{}", cause.getMessage());
        exchange.getMessage().setBody(null);
    }

    static Reject rejectOf(SourceRecord record, HarvestRun run, Exception cause) {
        if (cause instanceof RecordRejectedException rejected) {
            return rejected.reject();
        }
        log.error("Feed {}: record {} made the hub itself fail", run.feed(), record.ordinal(), cause);
        return new Reject(
                record.externalId(),
                record.ordinal(),
                Reject.Stage.MAP,
                "HUB_ERROR",
                "The hub failed on this record; its log tells the operator why",
                null,
                null,
                null);
    }

    private static Fault faultOf(HarvestRun run, Exception cause) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (at instanceof FetchException fetch) {
                return fetch.fault();
            }
            if (at instanceof StorageFullException full) {
                log.error("Feed {}: STORAGE_FULL. {}", run.feed(), full.getMessage());
                return new Fault(Fault.Category.HUB, "STORAGE_FULL", String.valueOf(full.getMessage()));
            }
        }
        log.error("Feed {}: the harvest failed inside the hub", run.feed(), cause);
        return new Fault(
                Fault.Category.HUB,
                "HUB_ERROR",
                "The hub failed while harvesting feed " + run.feed() + "; its log tells the operator why");
    }
}
