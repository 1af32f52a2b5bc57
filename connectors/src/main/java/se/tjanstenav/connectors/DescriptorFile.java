package se.tjanstenav.connectors;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.connectors.descriptor.Descriptor;
import se.tjanstenav.connectors.descriptor.DescriptorReader;
import se.tjanstenav.connectors.descriptor.FeedSpec;
import se.tjanstenav.connectors.descriptor.FeedSpec.MappingTest;
import se.tjanstenav.connectors.descriptor.Place;
import se.tjanstenav.connectors.fault.SourceException;
import se.tjanstenav.connectors.mapping.Contributions;
import se.tjanstenav.connectors.mapping.Mapping;
import se.tjanstenav.connectors.mapping.RecordFault;
import se.tjanstenav.connectors.tree.JsonRecords;
import se.tjanstenav.connectors.tree.XmlRecords;

/** One descriptor file with its faults, its mapping tests included. */
final class DescriptorFile {

    private static final int MAX_BYTES = 1024 * 1024;
    private static final String TESTED = "sample";

    private final Resource resource;
    private final String source;
    private final String yaml;
    private final DescriptorReader.Result result;
    private final List<DescriptorFault> faults = new ArrayList<>();

    private DescriptorFile(Resource resource, String yaml, DescriptorReader.Result result) {
        this.resource = resource;
        this.source = name(resource);
        this.yaml = yaml;
        this.result = result;
        result.problems()
                .forEach(problem -> faults.add(new DescriptorFault(
                        source,
                        problem.pointer(),
                        problem.line(),
                        problem.column(),
                        problem.problem(),
                        problem.remedy())));
    }

    /**
     * Reads the file and checks it, unless it is a valid one that is known already.
     *
     * @param known the file as it was read before
     */
    static DescriptorFile read(Resource resource, DescriptorReader reader, Optional<DescriptorFile> known) {
        String yaml;
        try {
            yaml = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes(resource)))
                    .toString();
        } catch (IOException e) {
            DescriptorFile unreadable = new DescriptorFile(resource, "", DescriptorReader.Result.NOTHING);
            unreadable.addFault("", "the file cannot be read as UTF-8: " + e.getMessage(), "Correct the file.");
            return unreadable;
        }
        if (known.isPresent() && known.get().yaml.equals(yaml)) {
            return known.get();
        }
        DescriptorFile file = new DescriptorFile(resource, yaml, reader.read(yaml));
        file.result.descriptor().ifPresent(file::runTests);
        return file;
    }

    private static byte[] bytes(Resource resource) throws IOException {
        try (InputStream in = resource.getInputStream()) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new IOException("it is larger than 1 MiB");
            }
            return bytes;
        }
    }

    static String name(Resource resource) {
        try {
            return resource.isFile()
                    ? resource.getFile().toPath().normalize().toString()
                    : resource.getURL().toString();
        } catch (IOException e) {
            return resource.getDescription();
        }
    }

    String source() {
        return source;
    }

    Optional<String> id() {
        return result.id();
    }

    List<DescriptorFault> faults() {
        return faults;
    }

    Optional<Descriptor> usable() {
        return faults.isEmpty() ? result.descriptor() : Optional.empty();
    }

    /** The fault of using an id that other files use too. */
    DescriptorFault duplicateOf(List<String> others) {
        return fault(
                "/metadata/id",
                "the connector id '%s' is also used in %s".formatted(id().orElse(""), String.join(", ", others)),
                "Give each connector its own id; until then none of them is used, unless one was in use before.");
    }

    private void addFault(String pointer, String problem, String remedy) {
        faults.add(fault(pointer, problem, remedy));
    }

    private DescriptorFault fault(String pointer, String problem, String remedy) {
        Place place = result.places().of(pointer);
        return new DescriptorFault(source, pointer, place.line(), place.column(), problem, remedy);
    }

    private void runTests(Descriptor descriptor) {
        Contributions contributions = FeedFactory.contributions(descriptor);
        List<FeedSpec> feeds = descriptor.spec().feeds();
        for (int i = 0; i < feeds.size(); i++) {
            Mapping mapping = Mapping.compile(feeds.get(i).mapping().expression());
            List<MappingTest> tests = feeds.get(i).tests();
            for (int j = 0; j < tests.size(); j++) {
                runTest("/spec/feeds/%d/tests/%d".formatted(i, j), tests.get(j), mapping, contributions);
            }
        }
    }

    private void runTest(String pointer, MappingTest test, Mapping mapping, Contributions contributions) {
        try {
            Contribution actual = contributions.of(TESTED, mapping.apply(tree(test.input())));
            Contribution expected = contributions.of(TESTED, tree(test.expect()));
            if (!actual.equals(expected)) {
                addFault(
                        pointer,
                        "the mapping makes of %s something else than %s: %s"
                                .formatted(test.input(), test.expect(), Difference.between(expected, actual)),
                        "Correct the mapping or the expectation.");
            }
        } catch (IOException e) {
            addFault(pointer, "the sample cannot be read: " + e.getMessage(), "Put it beside the descriptor.");
        } catch (SourceException e) {
            addFault(pointer, "a sample is malformed: " + e.fault().detail(), "Correct the sample.");
        } catch (RecordFault e) {
            addFault(
                    pointer,
                    e.detail() + e.pointer().map(at -> " at " + at).orElse(""),
                    "Correct the mapping or the sample.");
        }
    }

    private @Nullable Object tree(String path) throws IOException {
        ByteArrayInputStream content = new ByteArrayInputStream(bytes(resource.createRelative(path)));
        return path.endsWith(".xml") ? XmlRecords.readTree(content) : JsonRecords.readTree(content);
    }
}
