package se.tjanstenav.connectors.mapping;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates hostile expressions on hostile records in a process of its own, whose heap a test has made small. It prints
 * what went beyond a bound, and at the end how many there were and the longest that one took.
 */
final class HostileMappings {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int WORKERS = 2;

    private final HostileExpressions expressions;
    private final List<Map<String, @Nullable Object>> records = HostileRecords.all();
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final AtomicLong longest = new AtomicLong();
    private final int wanted;

    private HostileMappings(long seed, int wanted) {
        this.expressions = new HostileExpressions(seed);
        this.wanted = wanted;
    }

    /** Takes the seed and the number of expressions. */
    public static void main(String... arguments) throws InterruptedException {
        new HostileMappings(Long.parseLong(arguments[0]), Integer.parseInt(arguments[1])).run();
    }

    private void run() throws InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
        for (int i = 0; i < WORKERS; i++) {
            workers.submit(this::work);
        }
        workers.shutdown();
        workers.awaitTermination(1, TimeUnit.DAYS);
        System.out.printf(
                "ended %d longest %d ms%n",
                ended.get(), Duration.ofNanos(longest.get()).toMillis());
    }

    private void work() {
        int number = made.getAndIncrement();
        while (number < wanted) {
            String expression;
            synchronized (expressions) {
                expression = expressions.next(number);
            }
            Map<String, @Nullable Object> record = records.get((number / 3) % records.size());
            long before = THREADS.getCurrentThreadCpuTime();
            evaluate(number, expression, record);
            long took = THREADS.getCurrentThreadCpuTime() - before;
            longest.accumulateAndGet(took, Math::max);
            if (took > Duration.ofSeconds(1).toNanos()) {
                tell(number, expression, "took " + Duration.ofNanos(took).toMillis() + " ms");
            }
            number = made.getAndIncrement();
        }
    }

    /** A mapping gives a value or a fault that says something, and nothing else. */
    private void evaluate(int number, String expression, Map<String, @Nullable Object> record) {
        try {
            Mapping.compile(expression).apply(record);
            ended.incrementAndGet();
        } catch (RecordFault e) {
            ended.incrementAndGet();
            if (e.detail().isBlank() || e.detail().length() > 500 || e.detail().indexOf('\u0000') >= 0) {
                tell(number, expression, "says '" + e.detail() + "'");
            }
        } catch (Throwable e) {
            tell(number, expression, "threw " + e);
        }
    }

    private static void tell(int number, String expression, String what) {
        String shown = expression.length() > 300 ? expression.substring(0, 300) + "…" : expression;
        System.out.println("BROKEN #" + number + " " + what + ": " + shown.replaceAll("\\p{Cntrl}", "?"));
    }
}
