package se.tjanstenav.routes.harvest;

import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;
import se.tjanstenav.catalog.Completeness;
import se.tjanstenav.catalog.HarvestRun;
import se.tjanstenav.catalog.Replay;
import se.tjanstenav.catalog.RunReport;
import se.tjanstenav.catalog.UsableRecord;
import se.tjanstenav.connectors.Feed;
import se.tjanstenav.connectors.RecordRejectedException;
import se.tjanstenav.connectors.SourceRecord;

/** The steps of {@link HarvestRoutes} that a replay does not share with a harvest. */
@Component
class ReplaySteps {

    /** What goes in. */
    record Replayed(Feed feed, Replay replay) {}

    SourceRecord begin(@Body Replayed replayed, Exchange exchange) {
        Replay replay = replayed.replay();
        exchange.setProperty(HarvestSteps.FEED, replayed.feed());
        exchange.setProperty(HarvestSteps.RUN, replay.run());
        return SourceRecord.again(replay.reject().ordinal(), replay.reject().externalId(), replay.source());
    }

    RunReport publish(@Body UsableRecord record, @ExchangeProperty(HarvestSteps.RUN) HarvestRun run) {
        run.stageRecords(List.of(record));
        return run.publish(Completeness.PARTIAL);
    }

    /** The mapping has not been mended, or not enough. */
    RunReport reject(
            @ExchangeProperty(HarvestSteps.RUN) HarvestRun run,
            @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) RecordRejectedException cause) {
        run.reject(cause.reject());
        return run.publish(Completeness.PARTIAL);
    }
}
