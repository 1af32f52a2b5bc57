package se.tjanstenav.connectors.egress;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.tjanstenav.catalog.Fault;
import se.tjanstenav.connectors.fault.FaultCode;
import se.tjanstenav.connectors.fault.SourceException;

/**
 * How often and how fast one connector asks: at most three attempts with full jitter, a rate limit and a bulkhead over
 * all its feeds, and for each of its hosts a circuit breaker that leaves it alone while it fails. Waiting for any of them
 * ends with the run. Safe for use by several threads.
 */
public final class Attempts {

    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);
    private static final int MAX_ATTEMPTS = 3;
    private static final Duration FIRST_BACKOFF = Duration.ofMillis(400);
    private static final Duration LONGEST_JITTER = FIRST_BACKOFF.multipliedBy(2);
    private static final Duration LOOK_AT_THE_TIME = Duration.ofMillis(50);
    private static final Duration LONGEST_RETRY_AFTER = Duration.ofHours(1);

    private final String connector;
    private final CircuitBreakerConfig breakerConfig;
    private final Map<String, Host> hosts = new ConcurrentHashMap<>();
    private final RateLimiter limiter;
    private final Bulkhead bulkhead;

    /**
     * The attempts of one connector.
     *
     * @param concurrency how many attempts may be under way at once
     */
    public Attempts(String connector, double requestsPerSecond, int concurrency, Duration breakerOpenFor) {
        this.connector = connector;
        this.breakerConfig = CircuitBreakerConfig.custom()
                .slidingWindowSize(10)
                .minimumNumberOfCalls(6)
                .failureRateThreshold(50)
                .permittedNumberOfCallsInHalfOpenState(2)
                .waitDurationInOpenState(breakerOpenFor)
                .ignoreException(thrown -> !countsAgainstAgency(thrown))
                .build();
        this.limiter = RateLimiter.of(
                connector,
                RateLimiterConfig.custom()
                        .limitForPeriod(1)
                        .limitRefreshPeriod(Duration.ofNanos((long) (1_000_000_000L / requestsPerSecond)))
                        .timeoutDuration(Duration.ofDays(1))
                        .build());
        this.bulkhead = Bulkhead.of(
                connector,
                BulkheadConfig.custom()
                        .maxConcurrentCalls(concurrency)
                        .maxWaitDuration(LOOK_AT_THE_TIME)
                        .build());
    }

    /** A host's breaker, and what it failed with last. */
    private record Host(String name, CircuitBreaker breaker, AtomicReference<@Nullable SourceException> latestFault) {}

    private static boolean countsAgainstAgency(Throwable thrown) {
        return thrown instanceof SourceException fault
                && fault.fault().category() == Fault.Category.AGENCY_UNAVAILABLE
                && fault.code() != FaultCode.RATE_LIMITED
                && fault.code() != FaultCode.DEADLINE;
    }

    /**
     * Makes an attempt, and further ones where the failure may pass.
     *
     * @param host whom the attempt asks, one of the connector's hosts
     * @throws SourceException the last failure, or {@link FaultCode#CIRCUIT_OPEN}
     */
    public <T> T call(String host, RunDeadline deadline, Supplier<T> attempt) {
        Host asked = hosts.computeIfAbsent(
                host,
                name -> new Host(
                        name, CircuitBreaker.of(connector + " " + name, breakerConfig), new AtomicReference<>()));
        AtomicReference<@Nullable SourceException> failed = new AtomicReference<>();
        Supplier<T> guarded = CircuitBreaker.decorateSupplier(asked.breaker(), () -> {
            enter(deadline);
            try {
                acquire(deadline);
                return remembering(asked, failed, attempt);
            } finally {
                bulkhead.onComplete();
            }
        });
        Retry retry = Retry.of(
                connector,
                RetryConfig.<T>custom()
                        .maxAttempts(MAX_ATTEMPTS)
                        .retryOnException(thrown -> worthAnother(thrown, deadline))
                        .intervalBiFunction((number, outcome) -> pause(number, outcome.getLeft()))
                        .build());
        try {
            return Retry.decorateSupplier(retry, guarded).get();
        } catch (CallNotPermittedException e) {
            SourceException now = failed.get();
            throw now == null ? resting(asked, e) : now;
        }
    }

    private static <T> T remembering(
            Host host, AtomicReference<@Nullable SourceException> failed, Supplier<T> attempt) {
        try {
            return attempt.get();
        } catch (SourceException e) {
            failed.set(e);
            if (countsAgainstAgency(e)) {
                host.latestFault().set(e);
            }
            throw e;
        }
    }

    /** The breaker must not hide what made it open. */
    private SourceException resting(Host host, CallNotPermittedException e) {
        SourceException reason = host.latestFault().get();
        String because = reason == null
                ? ""
                : " after %s (%s)".formatted(reason.code(), reason.fault().detail());
        return SourceException.of(
                FaultCode.CIRCUIT_OPEN,
                "The connector '%s' leaves %s alone%s".formatted(connector, host.name(), because),
                e);
    }

    private void enter(RunDeadline deadline) {
        deadline.check();
        while (!bulkhead.tryAcquirePermission()) {
            if (Thread.currentThread().isInterrupted()) {
                throw SourceException.of(FaultCode.INTERNAL, "The run was interrupted");
            }
            deadline.check();
        }
    }

    private void acquire(RunDeadline deadline) {
        deadline.check();
        long wait = limiter.reservePermission();
        if (wait > deadline.left().toNanos()) {
            throw SourceException.of(FaultCode.DEADLINE, "The rate limit leaves no time within the run");
        }
        sleep(wait);
    }

    private static void sleep(long nanos) {
        try {
            Thread.sleep(Duration.ofNanos(Math.max(0, nanos)).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw SourceException.of(FaultCode.INTERNAL, "The run was interrupted", e);
        }
    }

    private boolean worthAnother(Throwable thrown, RunDeadline deadline) {
        if (!(thrown instanceof SourceException fault) || !fault.retryable()) {
            return false;
        }
        Duration asked = fault.retryAfter().orElse(Duration.ZERO);
        boolean worth = asked.plus(LONGEST_JITTER).compareTo(deadline.leftForAttempts()) < 0;
        LOG.debug("{}: {}; {}", connector, fault.getMessage(), worth ? "trying again" : "no time to try again");
        return worth;
    }

    private static long pause(int number, Throwable thrown) {
        Duration asked =
                SourceException.in(thrown).flatMap(SourceException::retryAfter).orElse(Duration.ZERO);
        if (asked.compareTo(LONGEST_RETRY_AFTER) > 0) {
            asked = LONGEST_RETRY_AFTER;
        }
        long jitter = ThreadLocalRandom.current().nextLong(FIRST_BACKOFF.toMillis() << (number - 1)) + 1;
        return asked.toMillis() + jitter;
    }
}
