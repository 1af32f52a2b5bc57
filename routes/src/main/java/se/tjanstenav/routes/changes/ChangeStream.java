package se.tjanstenav.routes.changes;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.tjanstenav.catalog.ChangeLog.Change;

/**
 * One reader's stream of server-sent events. It reads a page of the log when the reader has taken the one before, so it
 * holds one page at most and no thread; the server closes the connection of a reader who takes nothing for as long as
 * its write timeout.
 *
 * <p>Whoever has something to do, a thread of the server or the one of {@link ChangeStreams}, does it unless another is at
 * it, who then does it too. They do not wait for each other: the server holds a lock of its own while it calls, and takes
 * it when called.
 *
 * <p>Only an end waits for whoever is at it. When the listener returns that was told of an end, the server gives the
 * response to its next request, and whatever is still done to it is done to that one.
 */
final class ChangeStream implements WriteListener, AsyncListener {

    private static final Logger log = LoggerFactory.getLogger(ChangeStream.class);
    private static final int PAGE = 50;
    private static final int PATIENCE_SECONDS = 10;
    private static final byte[] OPENING = "retry: 3000\n\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] HEARTBEAT = ": heartbeat\n\n".getBytes(StandardCharsets.UTF_8);

    private final ChangeFeed feed;
    private final Function<List<Change>, byte[]> format;
    private final AsyncContext async;
    private final ServletOutputStream out;
    private final Executor turns;
    private final Consumer<ChangeStream> farewell;
    private final AtomicInteger calls = new AtomicInteger();
    private final ReentrantLock writing = new ReentrantLock();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicBoolean silent = new AtomicBoolean();
    private volatile boolean writable;
    private long position;
    private boolean opened;
    private boolean unflushed;

    /**
     * A stream that writes nothing before it is set as the output's listener.
     *
     * @param position number of the change to go on after
     * @param format changes as events
     * @param turns runs what is left when a page has been written, so that no reader keeps others waiting
     * @param farewell told once, when the stream has ended
     */
    ChangeStream(
            ChangeFeed feed,
            long position,
            Function<List<Change>, byte[]> format,
            AsyncContext async,
            ServletOutputStream out,
            Executor turns,
            Consumer<ChangeStream> farewell) {
        this.feed = feed;
        this.position = position;
        this.format = format;
        this.async = async;
        this.out = out;
        this.turns = turns;
        this.farewell = farewell;
    }

    /** There may be changes; before the server has said that the stream may write, they wait. */
    void wake() {
        if (!writable || calls.getAndIncrement() > 0) {
            return;
        }
        int answered;
        do {
            answered = calls.get();
            writing.lock();
            try {
                write();
            } finally {
                writing.unlock();
            }
        } while (calls.addAndGet(-answered) > 0);
    }

    /** Says that the stream is alive, unless there is something better to say or the reader is behind. */
    void beat() {
        silent.set(true);
        wake();
    }

    private void write() {
        try {
            boolean written = false;
            while (!ended.get() && out.isReady()) {
                if (unflushed) {
                    unflushed = false;
                    out.flush();
                } else if (written) {
                    turns.execute(this::wake);
                    return;
                } else {
                    byte[] next = next();
                    if (next == null || ended.get()) {
                        return;
                    }
                    unflushed = true;
                    written = true;
                    out.write(next);
                }
            }
        } catch (IOException e) {
            // The reader has left; the server tells onError.
            log.debug("A reader of changes has left: {}", e.getMessage());
            leave();
        } catch (RuntimeException e) {
            log.warn("A stream of changes ends, its reader will connect again", e);
            end();
        }
    }

    private byte @Nullable [] next() {
        if (!opened) {
            opened = true;
            return OPENING;
        }
        List<Change> changes = feed.after(position, PAGE);
        if (!changes.isEmpty()) {
            position = changes.get(changes.size() - 1).sequence();
            silent.set(false);
            return format.apply(changes);
        }
        return silent.getAndSet(false) ? HEARTBEAT : null;
    }

    /** Ends the response; the reader may connect again. */
    void end() {
        if (leave()) {
            complete();
        }
    }

    private void complete() {
        try {
            async.complete();
        } catch (IllegalStateException over) {
            log.debug("The stream was over already: {}", over.getMessage());
        }
    }

    /** When it returns, nobody touches the response any more but the caller. */
    private boolean leave() {
        boolean first = ended.compareAndSet(false, true);
        if (first) {
            farewell.accept(this);
        }
        awaitWriter();
        return first;
    }

    /** The wait ends, so that a server which locked in another order than known would not stand still for good. */
    private void awaitWriter() {
        try {
            if (writing.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                writing.unlock();
            } else {
                log.warn(
                        "A stream of changes ends while it is written, its writer has not let go for {} s",
                        PATIENCE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void onWritePossible() {
        writable = true;
        wake();
    }

    @Override
    public void onError(Throwable failure) {
        log.debug("A reader of changes is gone: {}", failure.getMessage());
        leave();
        complete();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        end();
    }

    /** Completed here too, or the server would have an error page made for a reader who has left. */
    @Override
    public void onError(AsyncEvent event) {
        leave();
        complete();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        leave();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // Nobody dispatches the request again.
    }
}
