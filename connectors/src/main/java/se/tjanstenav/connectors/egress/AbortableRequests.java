package se.tjanstenav.connectors.egress;

import java.net.URI;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;

/**
 * Makes requests that can be given up, and that are given up when the run's time is over, whatever they wait for then.
 * Spring closes an answer by reading it to its end, which for an endless one never comes; cancelling the request first
 * cuts the connection.
 */
final class AbortableRequests extends HttpComponentsClientHttpRequestFactory {

    private static final ScheduledThreadPoolExecutor WATCH = watch();
    private static final ThreadLocal<RunDeadline> DEADLINE = new ThreadLocal<>();
    private static final ThreadLocal<Sent> LATEST = new ThreadLocal<>();

    AbortableRequests(HttpClient http) {
        super(http);
    }

    /** A request under way, watched until {@link #done}. */
    record Sent(Cancellable request, Future<?> watch, RunDeadline deadline, Runnable abort) {

        void cancel() {
            request.cancel();
        }

        void done() {
            watch.cancel(false);
            deadline.forget(abort);
        }
    }

    private static ScheduledThreadPoolExecutor watch() {
        ScheduledThreadPoolExecutor watch = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "egress-deadlines");
            thread.setDaemon(true);
            return thread;
        });
        watch.setRemoveOnCancelPolicy(true);
        return watch;
    }

    /** Says until when the next request of this thread may take. */
    void until(RunDeadline deadline) {
        DEADLINE.set(deadline);
    }

    @Override
    protected ClassicHttpRequest createHttpUriRequest(HttpMethod method, URI uri) {
        ClassicHttpRequest request = super.createHttpUriRequest(method, uri);
        RunDeadline deadline = DEADLINE.get();
        if (request instanceof Cancellable cancellable && deadline != null) {
            long nanos = deadline.left().toNanos() + 1;
            Runnable abort = cancellable::cancel;
            deadline.onEnd(abort);
            LATEST.set(new Sent(cancellable, WATCH.schedule(abort, nanos, TimeUnit.NANOSECONDS), deadline, abort));
        }
        return request;
    }

    /** The request this thread made last, once. */
    @Nullable
    Sent takeLatest() {
        Sent sent = LATEST.get();
        LATEST.remove();
        DEADLINE.remove();
        return sent;
    }
}
