package se.tjanstenav.connectors;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.FeedRegistration;
import se.tjanstenav.catalog.Reject;
import se.tjanstenav.catalog.model.FeedId;
import se.tjanstenav.connectors.descriptor.Descriptor;
import se.tjanstenav.connectors.descriptor.FeedSpec;
import se.tjanstenav.connectors.egress.RunDeadline;
import se.tjanstenav.connectors.fault.Excerpt;
import se.tjanstenav.connectors.fault.SourceException;
import se.tjanstenav.connectors.mapping.MappedRecord;
import se.tjanstenav.connectors.mapping.ReadFields;
import se.tjanstenav.connectors.mapping.RecordFault;
import se.tjanstenav.connectors.mapping.RecordMapper;
import se.tjanstenav.connectors.mapping.Warning;
import se.tjanstenav.connectors.secret.Secrets;
import se.tjanstenav.connectors.source.Fetcher;
import se.tjanstenav.connectors.source.PageListener;
import se.tjanstenav.connectors.source.PagedRecords;
import se.tjanstenav.connectors.source.Position;
import se.tjanstenav.connectors.source.Resumption;

/** One feed as its descriptor describes it. */
final class DescriptorFeed implements Feed {

    private final FeedRegistration registration;
    private final Descriptor.Spec spec;
    private final FeedSpec feed;
    private final FeedFetchers fetchers;
    private final RecordMapper mapper;
    private final Secrets secrets;
    private final Clock clock;
    private final String fingerprint;
    private final Fingerprints fingerprints;

    DescriptorFeed(
            FeedRegistration registration,
            Descriptor.Spec spec,
            FeedSpec feed,
            AgencyConnection connection,
            RecordMapper mapper,
            Clock clock) {
        this.registration = registration;
        this.spec = spec;
        this.feed = feed;
        this.fetchers = new FeedFetchers(spec, feed, connection, clock);
        this.mapper = mapper;
        this.secrets = connection.secrets();
        this.clock = clock;
        // Whatever decides what is asked, and what becomes of the answer.
        this.fingerprint = Resumption.fingerprint(
                feed,
                spec.egress(),
                String.valueOf(spec.soap()),
                spec.limits(),
                spec.codeLists(),
                registration.agency().id(),
                spec.speaksFor(),
                spec.definesConcepts());
        this.fingerprints = new Fingerprints(fingerprint);
    }

    @Override
    public FeedId id() {
        return registration.feed();
    }

    @Override
    public FeedRegistration registration() {
        return registration;
    }

    @Override
    public Instant nextHarvest(Instant after) {
        return Objects.requireNonNull(feed.schedule(), "A live feed is not harvested")
                .next(after, id().path());
    }

    @Override
    public RecordStream open(@Nullable String bookmark) {
        return open(bookmark, Position.START, PageListener.NONE);
    }

    /**
     * Begins to fetch at another place than the start.
     *
     * @param pages is told how the run goes on
     */
    RecordStream open(@Nullable String bookmark, Position first, PageListener pages) {
        SafeFaults faults = new SafeFaults(secrets);
        Resumption resumption = new Resumption(feed, fingerprint, bookmark, clock);
        RunDeadline deadline = RunDeadline.in(spec.limits().run());
        try {
            Fetcher fetcher = fetchers.pages(resumption);
            Fetcher from = first == Position.START
                    ? fetcher
                    : (position, until) -> fetcher.fetch(position == Position.START ? first : position, until);
            PagedRecords records =
                    new PagedRecords(id().path(), feed, from, spec.limits(), deadline, resumption, secrets, pages);
            return new FetchedRecords(records, id().path(), feed.detail(), fetchers, deadline, faults);
        } catch (SourceException e) {
            throw faults.of(e);
        }
    }

    /**
     * Begins a live look-up.
     *
     * @param asked this feed with the request that is to be sent
     */
    RecordStream lookUp(FeedSpec asked, RunDeadline deadline) {
        SafeFaults faults = new SafeFaults(secrets);
        Resumption resumption = new Resumption(asked, fingerprint, null, clock);
        try {
            PagedRecords records = new PagedRecords(
                    id().path(),
                    asked,
                    fetchers.pages(asked, resumption),
                    spec.limits(),
                    deadline,
                    resumption,
                    secrets,
                    PageListener.NONE);
            return new FetchedRecords(records, id().path(), null, fetchers, deadline, faults);
        } catch (SourceException e) {
            throw faults.of(e);
        }
    }

    @Override
    public SourceRecord fingerprinted(SourceRecord record) {
        return record.with(fingerprints.of(record));
    }

    @Override
    public MappedRecord map(SourceRecord record) {
        return map(record, null);
    }

    private MappedRecord masked(MappedRecord mapped) {
        return new MappedRecord(
                mapped.contribution(),
                mapped.warnings().stream()
                        .map(warning -> new Warning(warning.code(), secrets.mask(warning.detail()), warning.pointer()))
                        .toList());
    }

    private static void requireWhole(SourceRecord record) {
        if (record.oversized()) {
            throw new RecordFault(
                    RecordFault.Code.TOO_LARGE,
                    "The record has over 4 million characters or 200,000 values; the agency has to mend or split it",
                    null,
                    null,
                    null);
        }
    }

    /**
     * Maps a record, and notes which of its fields the mapping reads.
     *
     * @param fields gathers what is read, null for nothing
     */
    MappedRecord map(SourceRecord record, @Nullable ReadFields fields) {
        try {
            requireWhole(record);
            return masked(mapper.map(record.externalId(), record.tree(), record.context(), fields));
        } catch (RecordFault e) {
            Reject reject = new Reject(
                    record.externalId(),
                    record.ordinal(),
                    e.code().stage(),
                    e.code().name(),
                    secrets.mask(e.detail()),
                    e.pointer().orElse(null),
                    e.position().orElse(null),
                    secrets.mask(Excerpt.of(String.valueOf(record.tree()))));
            throw new RecordRejectedException(reject, e);
        }
    }
}
