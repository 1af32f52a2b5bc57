package se.tjanstenav.connectors;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.connectors.descriptor.Descriptor;
import se.tjanstenav.connectors.descriptor.FeedSpec;
import se.tjanstenav.connectors.descriptor.MappingTest;
import se.tjanstenav.connectors.fault.SourceException;
import se.tjanstenav.connectors.mapping.Contributions;
import se.tjanstenav.connectors.mapping.LookupTable;
import se.tjanstenav.connectors.mapping.RecordContext;
import se.tjanstenav.connectors.mapping.RecordFault;
import se.tjanstenav.connectors.mapping.RecordMapper;
import se.tjanstenav.connectors.tree.XmlNames;

/** The mapping tests of a descriptor. For one use. */
final class MappingTests {

    private static final String TESTED = "sample";
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final List<Failure> failures = new ArrayList<>();
    private final Contributions contributions;
    private final Optional<Samples> samples;
    private final long end = System.nanoTime() + LONGEST.toNanos();

    /** A test that fails. */
    record Failure(String pointer, String problem, String remedy) {}

    private MappingTests(Contributions contributions, Optional<Samples> samples) {
        this.contributions = contributions;
        this.samples = samples;
    }

    /**
     * Runs every test there is.
     *
     * @param samples empty where a descriptor has no files beside it
     */
    static List<Failure> run(Descriptor descriptor, Optional<Samples> samples) {
        MappingTests tests = new MappingTests(FeedFactory.contributions(descriptor), samples);
        List<FeedSpec> feeds = descriptor.spec().feeds();
        for (int i = 0; i < feeds.size(); i++) {
            tests.run("/spec/feeds/%d/tests/".formatted(i), feeds.get(i), FeedFactory.mapper(descriptor, feeds.get(i)));
        }
        return tests.failures;
    }

    private void run(String pointer, FeedSpec feed, RecordMapper mapper) {
        XmlNames names = new XmlNames(feed.response().xml().prefixes());
        for (int i = 0; i < feed.tests().size(); i++) {
            if (System.nanoTime() > end) {
                fail(
                        pointer + i,
                        "the mapping tests take longer than %d s together; this one and those after it were not run"
                                .formatted(LONGEST.toSeconds()),
                        "Make the mapping quicker, or the tests fewer.");
                return;
            }
            run(pointer + i, feed.tests().get(i), mapper, names);
        }
    }

    private void run(String pointer, MappingTest test, RecordMapper mapper, XmlNames names) {
        try {
            Contribution actual = mapper.map(TESTED, tree(test.input(), names), context(test, names), null)
                    .contribution();
            Contribution expected = contributions.of(TESTED, tree(test.expect(), names));
            if (!actual.equals(expected)) {
                fail(
                        pointer,
                        "the mapping makes of %s something else than %s: %s"
                                .formatted(
                                        name(test.input()), name(test.expect()), Difference.between(expected, actual)),
                        "Correct the mapping or the expectation.");
            }
        } catch (IOException e) {
            fail(
                    pointer,
                    "the sample cannot be read: " + e.getMessage(),
                    samples.isPresent()
                            ? "Put it beside the descriptor."
                            : "Write the record and what is expected of it into the test itself.");
        } catch (SourceException e) {
            fail(pointer, "a sample is malformed: " + e.fault().detail(), "Correct the sample.");
        } catch (RecordFault e) {
            fail(
                    pointer,
                    e.detail() + e.pointer().map(at -> " at " + at).orElse(""),
                    "Correct the mapping or the sample.");
        }
    }

    private RecordContext context(MappingTest test, XmlNames names) throws IOException {
        RecordContext context = RecordContext.NONE;
        if (test.outer() != null) {
            context = context.with(RecordContext.OUTER, tree(test.outer(), names));
        }
        if (test.detail() != null) {
            context = context.with(RecordContext.DETAIL, tree(test.detail(), names));
        }
        Map<String, LookupTable> lookups = new HashMap<>();
        test.lookups().forEach((name, records) -> lookups.put(name, LookupTable.of(records)));
        return context.with(lookups);
    }

    private @Nullable Object tree(Object sample, XmlNames names) throws IOException {
        if (!(sample instanceof String path)) {
            return sample;
        }
        if (samples.isEmpty()) {
            throw new IOException("a registered descriptor has no files beside it");
        }
        return samples.get().read(path, names);
    }

    private static String name(Object sample) {
        return sample instanceof String path ? path : "the inline sample";
    }

    private void fail(String pointer, String problem, String remedy) {
        failures.add(new Failure(pointer, problem, remedy));
    }
}
