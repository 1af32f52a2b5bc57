package se.tjanstenav.routes.harvest;

import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.support.SynchronizationAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import se.tjanstenav.catalog.Fault;
import se.tjanstenav.catalog.FencedOutException;
import se.tjanstenav.catalog.HarvestRun;
import se.tjanstenav.catalog.Harvests;
import se.tjanstenav.catalog.Reject;
import se.tjanstenav.catalog.RunReport;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.connectors.Feed;
import se.tjanstenav.connectors.FetchException;
import se.tjanstenav.connectors.RecordRejectedException;
import se.tjanstenav.connectors.RecordStream;
import se.tjanstenav.connectors.SourceRecord;

/** The steps of {@link HarvestRoutes}, each callable without Camel running. */
@Component
class HarvestSteps {

    private static final String FEED = "harvest.feed";
    private static final String RUN = "harvest.run";
    private static final String RECORDS = "harvest.records";

    private static final Logger log = LoggerFactory.getLogger(HarvestSteps.class);

    private final Harvests harvests;

    HarvestSteps(Harvests harvests) {
        this.harvests = harvests;
    }

    void begin(@Body Feed feed, Exchange exchange) {
        exchange.setProperty(FEED, feed);
        exchange.setProperty(RUN, harvests.begin(feed.id()));
    }

    /** The stream replaces the body, and is closed when the exchange is done, however it ends. */
    RecordsUntilFault open(
            @ExchangeProperty(FEED) Feed feed, @ExchangeProperty(RUN) HarvestRun run, Exchange exchange) {
        RecordStream stream = feed.open(run.bookmark().orElse(null));
        RecordsUntilFault records = new RecordsUntilFault(stream);
        exchange.setProperty(RECORDS, records);
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                stream.close();
            }
        });
        return records;
    }

    Contribution map(@Body SourceRecord record, @ExchangeProperty(FEED) Feed feed) {
        return feed.map(record).contribution();
    }

    void stage(@Body List<Contribution> contributions, @ExchangeProperty(RUN) HarvestRun run) {
        run.stage(contributions);
    }

    RunReport publish(@ExchangeProperty(RUN) HarvestRun run, @ExchangeProperty(RECORDS) RecordsUntilFault records) {
        return run.publish(records.completeness(), records.bookmark());
    }

    /** The dead-letter step: what was to be mapped is answered by nothing, and the reject is kept with the run. */
    void reject(
            @Body SourceRecord record,
            @ExchangeProperty(RUN) HarvestRun run,
            @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception cause,
            Exchange exchange) {
        run.reject(rejectOf(record, run, cause));
        exchange.getMessage().setBody(null);
    }

    RunReport fail(
            @ExchangeProperty(RUN) HarvestRun run, @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception cause) {
        return run.fail(faultOf(run, cause));
    }

    /** Another run has taken this one's place and will tell how the feed stands. */
    void giveUp(@ExchangeProperty(Exchange.EXCEPTION_CAUGHT) FencedOutException cause, Exchange exchange) {
        log.warn("{}", cause.getMessage());
        exchange.getMessage().setBody(null);
    }

    private static Reject rejectOf(SourceRecord record, HarvestRun run, Exception cause) {
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
        }
        log.error("Feed {}: the harvest failed inside the hub", run.feed(), cause);
        return new Fault(
                Fault.Category.HUB,
                "HUB_ERROR",
                "The hub failed while harvesting feed " + run.feed() + "; its log tells the operator why");
    }
}
