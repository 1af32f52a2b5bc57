package se.tjanstenav.bench;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

/** Requests that somebody sends beside a load, each time other ones, and whether the hub stood them. */
final class SideLoad {

    private final Wrk requests;
    private final URI server;
    private long sent;
    private long failures;

    SideLoad(Wrk requests, URI server) {
        this.requests = requests;
        this.server = server;
    }

    long sent() {
        return sent;
    }

    /** Answers of the kind 5xx, and requests that were not answered. */
    long failures() {
        return failures;
    }

    /** Sends for that time, and returns when the work is done too. */
    <T> T during(Duration time, Callable<T> work) throws Exception {
        FutureTask<Wrk.Outcome> side =
                new FutureTask<>(() -> requests.from(sent).whatever(server, time));
        new Thread(side, "side load").start();
        T done = work.call();
        Wrk.Outcome outcome = side.get();
        sent += outcome.requests();
        failures += outcome.failures();
        return done;
    }
}
