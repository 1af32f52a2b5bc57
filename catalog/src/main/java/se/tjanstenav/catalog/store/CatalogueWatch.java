package se.tjanstenav.catalog.store;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import se.tjanstenav.catalog.CatalogueFollower;

/**
 * Has every follower look at the change log twice a second, which is how a replica notices what another has published,
 * and how an index that was away catches up. Each has a thread of its own, so that none waits for another's server; the
 * application's scheduler is not used because on older JDKs it has but one.
 */
final class CatalogueWatch implements SmartLifecycle {

    private static final Duration EVERY = Duration.ofMillis(500);
    private static final Duration LAST_LOOK = Duration.ofSeconds(30);

    private final Followers followers;
    private final boolean shared;
    private volatile @Nullable ScheduledExecutorService threads;

    /** @param shared whether other processes may write to the same database */
    CatalogueWatch(Followers followers, boolean shared) {
        this.followers = followers;
        this.shared = shared;
    }

    @Override
    public void start() {
        ScheduledThreadPoolExecutor started =
                new ScheduledThreadPoolExecutor(followers.all().size() + 1, CatalogueWatch::thread);
        for (CatalogueFollower follower : followers.all()) {
            repeat(started, () -> followers.lookAgain(follower));
        }
        if (shared) {
            repeat(started, followers::lookAgainAtStatuses);
        }
        threads = started;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "catalogue-watch");
        thread.setDaemon(true);
        return thread;
    }

    private static void repeat(ScheduledExecutorService threads, Runnable look) {
        threads.scheduleWithFixedDelay(look, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Without interrupting: Lucene closes its files when its thread is interrupted. */
    @Override
    public void stop() {
        ScheduledExecutorService running = threads;
        threads = null;
        if (running == null) {
            return;
        }
        running.shutdown();
        try {
            running.awaitTermination(LAST_LOOK.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return threads != null;
    }
}
