package se.tjanstenav.routes.harvest;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.Completeness;
import se.tjanstenav.catalog.Fault;
import se.tjanstenav.catalog.FeedKind;
import se.tjanstenav.catalog.FeedRegistration;
import se.tjanstenav.catalog.Reject;
import se.tjanstenav.catalog.model.Agency;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.catalog.model.CaseEvent;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.catalog.model.FeedId;
import se.tjanstenav.catalog.model.LocalizedText;
import se.tjanstenav.catalog.model.ProcessingTime;
import se.tjanstenav.catalog.model.ServiceKey;
import se.tjanstenav.catalog.model.TimeUnit;
import se.tjanstenav.connectors.Feed;
import se.tjanstenav.connectors.FetchException;
import se.tjanstenav.connectors.RecordRejectedException;
import se.tjanstenav.connectors.RecordStream;
import se.tjanstenav.connectors.SourceRecord;
import se.tjanstenav.connectors.mapping.MappedRecord;
import se.tjanstenav.connectors.mapping.Warning;

/** A feed that holds its records in a list, for tests of the flow alone. Trees are the external ids. */
class ListedFeed implements Feed {

    static final AgencyId AGENCY = new AgencyId("testverket");

    private final List<String> records;
    private int failAfter = Integer.MAX_VALUE;
    private UnaryOperator<String> beforeMapping = UnaryOperator.identity();
    private String warned = "";
    boolean closed;

    @Nullable
    String openedWith;

    ListedFeed(List<String> records) {
        this.records = records;
    }

    static ListedFeed of(int size) {
        return new ListedFeed(
                IntStream.rangeClosed(1, size).mapToObj(n -> "record-" + n).toList());
    }

    ListedFeed failingAfter(int delivered) {
        failAfter = delivered;
        return this;
    }

    ListedFeed beforeMapping(UnaryOperator<String> act) {
        beforeMapping = act;
        return this;
    }

    ListedFeed warningOf(String externalId) {
        warned = externalId;
        return this;
    }

    static RuntimeException rejected(String externalId) {
        return new RecordRejectedException(
                new Reject(externalId, 1, Reject.Stage.MAP, "MAPPING", "cannot be used", null, null, null), null);
    }

    @Override
    public FeedId id() {
        return new FeedId("testverket", "services");
    }

    @Override
    public FeedRegistration registration() {
        Agency agency = new Agency(AGENCY, LocalizedText.swedish("Testverket"));
        return new FeedRegistration(id(), "Testverket", FeedKind.SERVICES, agency, List.of(), Duration.ofHours(1));
    }

    @Override
    public Instant nextHarvest(Instant after) {
        return after.plus(Duration.ofHours(1));
    }

    @Override
    public RecordStream open(@Nullable String bookmark) {
        openedWith = bookmark;
        return new Stream(records.iterator());
    }

    @Override
    public SourceRecord fingerprinted(SourceRecord record) {
        return new SourceRecord(
                record.ordinal(),
                record.externalId(),
                record.tree(),
                record.oversized(),
                record.context(),
                "made of " + record.externalId());
    }

    @Override
    public MappedRecord map(SourceRecord record) {
        String externalId = beforeMapping.apply(String.valueOf(record.tree()));
        Contribution contribution = new Contribution(
                externalId, new ServiceKey(AGENCY, externalId), null, null, List.of(time(externalId)), null, null);
        List<Warning> warnings = externalId.equals(warned)
                ? List.of(new Warning(Warning.Code.UNKNOWN_CODE, "tveksamt", "/channels"))
                : List.of();
        return new MappedRecord(contribution, warnings);
    }

    private static ProcessingTime time(String note) {
        return new ProcessingTime(
                ProcessingTime.Kind.OBSERVED,
                null,
                null,
                new CaseEvent("applicationReceived"),
                new CaseEvent("decision"),
                ProcessingTime.Statistic.MEDIAN,
                BigDecimal.TEN,
                null,
                TimeUnit.DAYS,
                null,
                null,
                null,
                null,
                LocalizedText.swedish(note));
    }

    private class Stream implements RecordStream {

        private final Iterator<String> left;
        private int delivered;

        Stream(Iterator<String> left) {
            this.left = left;
        }

        @Override
        public boolean hasNext() {
            if (delivered >= failAfter) {
                throw new FetchException(
                        new Fault(Fault.Category.AGENCY_UNAVAILABLE, "CONNECTION_REFUSED", "the agency went away"),
                        null);
            }
            return left.hasNext();
        }

        @Override
        public SourceRecord next() {
            delivered++;
            String id = left.next();
            return new SourceRecord(delivered, id, id);
        }

        @Override
        public Completeness completeness() {
            return Completeness.COMPLETE;
        }

        @Override
        public Optional<String> bookmark() {
            return Optional.of("after " + delivered);
        }

        @Override
        public void giveUp() {
            // It never waits for anything.
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
