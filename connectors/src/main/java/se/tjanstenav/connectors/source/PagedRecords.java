package se.tjanstenav.connectors.source;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.tjanstenav.catalog.Completeness;
import se.tjanstenav.connectors.descriptor.FeedSpec;
import se.tjanstenav.connectors.descriptor.Limits;
import se.tjanstenav.connectors.egress.RunDeadline;
import se.tjanstenav.connectors.fault.FaultCode;
import se.tjanstenav.connectors.mapping.RecordContext;
import se.tjanstenav.connectors.secret.Secrets;
import se.tjanstenav.connectors.tree.TreePointer;

/**
 * The records of one run, page by page. A run that was cut short by a limit, a loop of pages, a total that was not
 * reached or a producer's fault is partial. For one thread.
 */
public final class PagedRecords implements Iterator<FoundRecord>, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PagedRecords.class);

    private final String feed;
    private final Fetcher fetcher;
    private final Limits limits;
    private final RunDeadline deadline;
    private final RecordFilter filter;
    private final ProducerFaults producerFaults;
    private final PageTurner turner;
    private final Resumption resumption;
    private final Secrets secrets;
    private final PageListener listener;

    private @Nullable Page page;
    private @Nullable FoundRecord upcoming;
    private Optional<Position> position = Optional.of(Position.START);
    private int pages;
    private long read;
    private long readOnPage;
    private long handedOut;
    private boolean partial;
    private boolean unchanged;
    private Validators validators = Validators.NONE;

    /** Prepares a run that is watched; nothing is fetched before the first record is asked for. */
    public PagedRecords(
            String name,
            FeedSpec feed,
            Fetcher fetcher,
            Limits limits,
            RunDeadline deadline,
            Resumption resumption,
            Secrets secrets,
            PageListener listener) {
        this.secrets = secrets;
        this.listener = listener;
        this.feed = name;
        this.fetcher = fetcher;
        this.limits = limits;
        this.deadline = deadline;
        this.filter = new RecordFilter(feed.response());
        this.producerFaults = new ProducerFaults(feed.response().faults(), secrets);
        this.turner = new PageTurner(feed.pagination());
        this.resumption = resumption;
    }

    @Override
    public boolean hasNext() {
        while (upcoming == null && (page != null || turnPage())) {
            readOn();
        }
        return upcoming != null;
    }

    @Override
    public FoundRecord next() {
        if (!hasNext() || upcoming == null) {
            throw new NoSuchElementException("The feed " + feed + " has no further record");
        }
        FoundRecord record = upcoming;
        upcoming = null;
        return record;
    }

    /** How much of the feed was seen; final once {@link #hasNext} has answered false. */
    public Completeness completeness() {
        return resumption.ofTheFeed(seen());
    }

    private Completeness seen() {
        if (partial || position.isPresent()) {
            return Completeness.PARTIAL;
        }
        return unchanged ? Completeness.UNCHANGED : Completeness.COMPLETE;
    }

    /** What to leave for the next run; final once {@link #hasNext} has answered false. */
    public Optional<String> bookmark() {
        // An agency that repeats a secret where it tells what has changed is asked for everything again.
        return resumption.leave(seen(), validators).filter(bookmark -> bookmark.equals(secrets.masked(bookmark)));
    }

    private boolean turnPage() {
        if (position.isEmpty()) {
            return false;
        }
        if (pages >= limits.pages()) {
            return cutShort("the limit of %d pages is reached".formatted(limits.pages()));
        }
        deadline.check();
        page = fetcher.fetch(position.get(), deadline);
        pages++;
        readOnPage = 0;
        return true;
    }

    private void readOn() {
        Page open = page;
        if (open == null) {
            return;
        }
        if (!open.advance()) {
            finish(open);
        } else if (read >= limits.records()) {
            closePage();
            cutShort("the limit of %d records is reached".formatted(limits.records()));
        } else {
            read++;
            readOnPage++;
            Object tree = secrets.masked(open.current());
            Object outer = secrets.masked(open.outer());
            turner.saw(Arrays.asList(outer, tree));
            resumption.saw(tree);
            // What tells whether a record belongs to the feed may be in the part that was not read.
            if (open.isOversized() || filter.accepts(tree)) {
                RecordContext context =
                        outer == null ? RecordContext.NONE : RecordContext.NONE.with(RecordContext.OUTER, outer);
                upcoming = new FoundRecord(++handedOut, filter.id(tree, outer), tree, open.isOversized(), context);
            }
        }
    }

    private void finish(Page finished) {
        Map<String, @Nullable Object> envelope = finished.envelope();
        unchanged = finished.isUnchanged();
        validators = finished.validators();
        if (producerFaults.found(feed, envelope, read > 0)) {
            partial = true;
            listener.incomplete("the answer carries faults of producers beside its records");
        } else {
            finished.requireList();
        }
        PageTurner.Turn turn = turner.next(position.orElse(Position.START), envelope, finished.nextLink(), readOnPage);
        listener.finished(position.orElse(Position.START), readOnPage, envelope);
        closePage();
        position = turn.position();
        turn.incomplete().ifPresent(this::cutShort);
    }

    private boolean cutShort(String reason) {
        LOG.warn("{}: the run is partial, because {}", feed, secrets.mask(reason));
        partial = true;
        position = Optional.empty();
        listener.incomplete(reason);
        return false;
    }

    private void closePage() {
        if (page != null) {
            page.close();
            page = null;
        }
    }

    @Override
    public void close() {
        closePage();
    }

    /** The code under which a loop of pages is known. */
    static String loop() {
        return FaultCode.PAGINATION_LOOP.name();
    }

    /** Whether a pointer's text is there. */
    static Optional<String> text(@Nullable String pointer, @Nullable Object tree) {
        return pointer == null ? Optional.empty() : TreePointer.parse(pointer).findText(tree);
    }
}
