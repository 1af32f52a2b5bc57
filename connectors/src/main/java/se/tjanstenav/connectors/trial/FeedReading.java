package se.tjanstenav.connectors.trial;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.Fault;
import se.tjanstenav.catalog.PublishedContributions;
import se.tjanstenav.catalog.Reject;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.catalog.model.ServiceKey;
import se.tjanstenav.connectors.FetchException;
import se.tjanstenav.connectors.RecordRejectedException;
import se.tjanstenav.connectors.RecordStream;
import se.tjanstenav.connectors.SourceRecord;
import se.tjanstenav.connectors.TrialFeed;
import se.tjanstenav.connectors.descriptor.FeedSpec;
import se.tjanstenav.connectors.descriptor.Place;
import se.tjanstenav.connectors.fault.FaultCode;
import se.tjanstenav.connectors.mapping.MappedRecord;
import se.tjanstenav.connectors.mapping.ReadFields;
import se.tjanstenav.connectors.mapping.RecordContext;
import se.tjanstenav.connectors.mapping.RecordFault;
import se.tjanstenav.connectors.source.PageListener;
import se.tjanstenav.connectors.source.Position;
import se.tjanstenav.connectors.trial.RecordTrial.RejectTrial;

/** The first records of one feed, read and mapped; of each only what will be shown is kept. For one thread. */
final class FeedReading {

    private static final int MOST_OF_A_RECORD = 64 * 1024;
    private static final int MOST_OF_ALL = 4 * 1024 * 1024;

    private final FeedSpec spec;
    private final TrialFeed feed;
    private final ExpressionPlaces places;
    private final UnaryOperator<String> mask;
    private final int budget;
    private final ReadFields fields = new ReadFields();
    private final List<TriedRecord> records = new ArrayList<>();
    private final List<String> incomplete = new ArrayList<>();
    private @Nullable Fault fault;
    private boolean more;

    /**
     * Prepares.
     *
     * @param budget how many characters of a record to show
     */
    FeedReading(FeedSpec spec, TrialFeed feed, ExpressionPlaces places, UnaryOperator<String> mask, int budget) {
        this.spec = spec;
        this.feed = feed;
        this.places = places;
        this.mask = mask;
        this.budget = budget;
        fields.use(spec.response().id());
        if (spec.response().outerId() != null) {
            fields.use("$" + RecordContext.OUTER + spec.response().outerId());
        }
        if (spec.detail() != null) {
            spec.detail().values().values().forEach(fields::use);
        }
        spec.response().where().keySet().forEach(fields::use);
    }

    /** How many characters of each record a report can show that is to stay readable. */
    static int budget(int records, int feeds) {
        return Math.min(MOST_OF_A_RECORD, MOST_OF_ALL / (records * feeds));
    }

    /** Reads; what goes wrong is kept and not thrown. */
    void read(int limit, Duration share) {
        long end = System.nanoTime() + share.toNanos();
        try (RecordStream stream = feed.open(Position.START, listener())) {
            while (!more && stream.hasNext()) {
                if (records.size() == limit) {
                    more = true;
                } else if (System.nanoTime() - end >= 0) {
                    throw late(share);
                } else {
                    records.add(tried(stream.next()));
                }
            }
        } catch (FetchException e) {
            fault = e.fault().code().equals(FaultCode.DEADLINE.name())
                    ? late(share).fault()
                    : e.fault();
        }
    }

    /** A harvest has more time, so what it would be told to do about its limit would be wrong here. */
    private static FetchException late(Duration share) {
        String detail = "The feed had %.1f s of the dry run's time, which was not enough. "
                + "Try it alone or with fewer records; a harvest has until limits.run.";
        FaultCode code = FaultCode.DEADLINE;
        return new FetchException(
                new Fault(code.category(), code.name(), detail.formatted(share.toMillis() / 1000.0)), null);
    }

    private PageListener listener() {
        return new PageListener() {
            @Override
            public void finished(Position at, long records, Map<String, @Nullable Object> envelope) {}

            @Override
            public void incomplete(String reason) {
                incomplete.add(reason);
            }
        };
    }

    private TriedRecord tried(SourceRecord record) {
        MappedRecord mapped = null;
        List<RejectTrial> rejects = List.of();
        try {
            mapped = feed.map(record, fields);
        } catch (RecordRejectedException e) {
            rejects = rejects(e);
        }
        Shown shown = new Shown(mask, budget);
        String id = record.externalId();
        return new TriedRecord(
                record.ordinal(),
                id == null || id.isBlank() ? null : id.strip(),
                shown,
                shown.copy(record.tree()),
                mapped,
                rejects);
    }

    private List<RejectTrial> rejects(RecordRejectedException rejected) {
        Reject reject = rejected.reject();
        if (rejected.getCause() instanceof RecordFault several
                && several.parts().size() > 1) {
            return several.parts().stream()
                    .map(part -> trial(new Reject(
                            null,
                            reject.ordinal(),
                            reject.stage(),
                            reject.code(),
                            mask.apply(part.detail()),
                            part.pointer(),
                            reject.expressionPosition(),
                            null)))
                    .toList();
        }
        return List.of(trial(reject));
    }

    private RejectTrial trial(Reject reject) {
        Place place = places.of(reject.stage(), reject.expressionPosition()).orElse(null);
        String pointer = reject.pointer();
        return new RejectTrial(
                reject.stage(),
                reject.code(),
                reject.detail(),
                pointer == null ? null : mask.apply(pointer),
                reject.expressionPosition(),
                place == null ? null : place.line(),
                place == null ? null : place.column());
    }

    /** The contributions that could be made. */
    List<Contribution> contributions() {
        return records.stream()
                .map(TriedRecord::mapped)
                .filter(Objects::nonNull)
                .map(MappedRecord::contribution)
                .toList();
    }

    /**
     * Judges what was read.
     *
     * @param hasChannels whether some feed of the connector gives a service a channel
     */
    FeedTrial trial(PublishedContributions published, Predicate<ServiceKey> hasChannels) {
        boolean live = spec.live() != null;
        Judgement judgement = new Judgement(feed.registration(), live, published, mask, this::trial);
        boolean whole = fault == null && !more && incomplete.isEmpty();
        List<RecordTrial> judged = judgement.of(records);
        List<FeedTrial.IgnoredField> ignored = contributions().isEmpty()
                ? List.of()
                : fields.ignored().entrySet().stream()
                        .map(field -> new FeedTrial.IgnoredField(mask.apply(field.getKey()), field.getValue()))
                        .toList();
        return new FeedTrial(
                spec.name(),
                spec.kind(),
                live,
                fault,
                more,
                whole,
                incomplete.stream().map(mask).toList(),
                Judgement.counts(judged),
                judged,
                whole && !live ? judgement.missing(records) : null,
                ignored,
                judgement.lacking(contributions(), hasChannels));
    }
}
