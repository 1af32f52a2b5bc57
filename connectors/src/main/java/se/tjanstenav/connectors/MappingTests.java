package se.tjanstenav.connectors;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.connectors.descriptor.Descriptor;
import se.tjanstenav.connectors.descriptor.FeedSpec;
import se.tjanstenav.connectors.descriptor.FeedSpec.MappingTest;
import se.tjanstenav.connectors.fault.SourceException;
import se.tjanstenav.connectors.mapping.Contributions;
import se.tjanstenav.connectors.mapping.Mapping;
import se.tjanstenav.connectors.mapping.RecordFault;

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
            tests.run("/spec/feeds/%d/tests/".formatted(i), feeds.get(i));
        }
        return tests.failures;
    }

    private void run(String pointer, FeedSpec feed) {
        Mapping mapping = Mapping.compile(feed.mapping().expression());
        for (int i = 0; i < feed.tests().size(); i++) {
            if (System.nanoTime() > end) {
                fail(
                        pointer + i,
                        "the mapping tests take longer than %d s together; this one and those after it were not run"
                                .formatted(LONGEST.toSeconds()),
                        "Make the mapping quicker, or the tests fewer.");
                return;
            }
            run(pointer + i, feed.tests().get(i), mapping);
        }
    }

    private void run(String pointer, MappingTest test, Mapping mapping) {
        try {
            Contribution actual = contributions.of(TESTED, mapping.apply(tree(test.input())));
            Contribution expected = contributions.of(TESTED, tree(test.expect()));
            if (!actual.equals(expected)) {
                fail(
                        pointer,
                        "the mapping makes of %s something else than %s: %s"
                                .formatted(test.input(), test.expect(), Difference.between(expected, actual)),
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

    private @Nullable Object tree(String path) throws IOException {
        if (samples.isEmpty()) {
            throw new IOException("a registered descriptor has no files beside it");
        }
        return samples.get().read(path);
    }

    private void fail(String pointer, String problem, String remedy) {
        failures.add(new Failure(pointer, problem, remedy));
    }
}
