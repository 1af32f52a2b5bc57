package se.tjanstenav.routes.harvest;

import java.time.Duration;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Reads on in a thread of its own while what was read is worked on: one element lies ready, the next is being read. What
 * ends the reading is thrown in the place where it would have been met without it. For one thread; to be closed.
 */
final class ReadAhead<T> implements Iterator<T>, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMillis(100);

    private final Iterator<T> source;
    private final Runnable giveUp;
    private final Thread reader;
    private final BlockingQueue<Read<T>> ready = new ArrayBlockingQueue<>(1);
    private @Nullable Read<T> upcoming;

    private ReadAhead(Iterator<T> source, Runnable giveUp, String name) {
        this.source = source;
        this.giveUp = giveUp;
        this.reader = new Thread(this::readOn, name);
        reader.setDaemon(true);
    }

    /**
     * Begins to read.
     *
     * @param giveUp makes the source give up what it waits for, called from another thread than reads
     * @param name of the thread that reads
     */
    static <T> ReadAhead<T> of(Iterator<T> source, Runnable giveUp, String name) {
        ReadAhead<T> ahead = new ReadAhead<>(source, giveUp, name);
        ahead.reader.start();
        return ahead;
    }

    /** An element, or what ended the reading; neither at the end. */
    private record Read<T>(@Nullable T element, @Nullable Throwable fault) {}

    private void readOn() {
        try {
            ready.put(readToTheEnd());
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private Read<T> readToTheEnd() throws InterruptedException {
        try {
            while (source.hasNext()) {
                ready.put(new Read<>(source.next(), null));
            }
            return new Read<>(null, null);
        } catch (RuntimeException | Error e) {
            return new Read<>(null, e);
        }
    }

    @Override
    public boolean hasNext() {
        Read<T> next = upcoming();
        if (next.fault() instanceof Error error) {
            throw error;
        }
        if (next.fault() instanceof RuntimeException fault) {
            throw fault;
        }
        return next.element() != null;
    }

    private Read<T> upcoming() {
        Read<T> next = upcoming;
        if (next == null) {
            try {
                next = ready.take();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("The run was interrupted", e);
            }
            upcoming = next;
        }
        return next;
    }

    @Override
    public T next() {
        T element = hasNext() ? upcoming().element() : null;
        if (element == null) {
            throw new NoSuchElementException("There is nothing further to read");
        }
        upcoming = null;
        return element;
    }

    /** Returns when nothing is read any longer, so that the source can be closed. */
    @Override
    public void close() {
        giveUp.run();
        boolean interrupted = false;
        while (reader.isAlive()) {
            // Again and again, since what is read from may take an interrupt for itself.
            reader.interrupt();
            try {
                reader.join(PATIENCE.toMillis());
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
