package se.tjanstenav.routes.changes;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import se.tjanstenav.catalog.CatalogueFollower;
import se.tjanstenav.catalog.ChangeLog;
import se.tjanstenav.catalog.ChangeLog.Change;
import se.tjanstenav.catalog.model.FeedId;

/**
 * The open streams of changes, at most {@link ChangesProperties#streams}. One thread wakes them all when the log has
 * grown, here or in another replica, and lets each write what its reader takes without waiting for any.
 */
@Component
public class ChangeStreams implements CatalogueFollower, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ChangeStreams.class);

    private final ChangeFeed feed;
    private final ChangeLog changes;
    private final ChangesProperties properties;
    private final Semaphore free;
    private final Set<ChangeStream> open = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService turns =
            new ScheduledThreadPoolExecutor(1, work -> daemon(work, "change-streams"));
    private volatile boolean running;
    private volatile long known;

    ChangeStreams(ChangeFeed feed, ChangeLog changes, ChangesProperties properties, MeterRegistry registry) {
        this.feed = feed;
        this.changes = changes;
        this.properties = properties;
        this.free = new Semaphore(properties.streams());
        Gauge.builder("tjanstenav.changes.streams", open, Set::size)
                .description("Open streams of changes")
                .register(registry);
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Sets the headers of a stream. Proxies that gather answers before they pass them on are asked not to. */
    public static void describe(HttpServletResponse response) {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        response.setHeader("X-Accel-Buffering", "no");
    }

    /**
     * Answers the request with a stream.
     *
     * @param position number of the change to go on after
     * @param format changes as events
     * @return whether there was room; if not, nothing has been answered
     */
    public boolean open(
            long position,
            Function<List<Change>, byte[]> format,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (!running || !free.tryAcquire()) {
            return false;
        }
        describe(response);
        ShallowEtagHeaderFilter.disableContentCaching(request);
        AsyncContext async = request.startAsync();
        async.setTimeout(properties.longest().toMillis());
        Consumer<ChangeStream> farewell = ended -> {
            open.remove(ended);
            free.release();
        };
        ChangeStream stream =
                new ChangeStream(feed, position, format, async, response.getOutputStream(), this::inTurn, farewell);
        async.addListener(stream);
        open.add(stream);
        response.getOutputStream().setWriteListener(stream);
        if (!running) {
            inTurn(stream::end);
        }
        return true;
    }

    private void inTurn(Runnable work) {
        try {
            turns.execute(work);
        } catch (RejectedExecutionException closing) {
            log.debug("No more turns: the hub closes");
        }
    }

    /** Told twice a second at least, so it asks for no more than one number where nothing has changed. */
    @Override
    public void changeLogGrew() {
        long last = changes.last();
        if (last != known) {
            known = last;
            inTurn(() -> open.forEach(ChangeStream::wake));
        }
    }

    @Override
    public void feedStatusChanged(Set<FeedId> feeds) {
        // What sources are like is no change of the catalogue.
    }

    @Override
    public void start() {
        long every = properties.heartbeat().toMillis();
        turns.scheduleWithFixedDelay(() -> open.forEach(ChangeStream::beat), every, every, TimeUnit.MILLISECONDS);
        running = true;
    }

    /** Before the web server, which would wait for the streams to end. */
    @Override
    public void stop() {
        running = false;
        open.forEach(ChangeStream::end);
        turns.shutdown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
