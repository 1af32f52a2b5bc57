package se.tjanstenav.connectors;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.FileSystemResource;
import se.tjanstenav.connectors.descriptor.Descriptor;
import se.tjanstenav.connectors.descriptor.DescriptorReader;
import se.tjanstenav.connectors.descriptor.Place;
import se.tjanstenav.connectors.descriptor.SecretReferences;
import se.tjanstenav.connectors.egress.EgressPolicy;
import se.tjanstenav.connectors.secret.Secrets;

/** A descriptor's text with all its faults, its mapping tests included. */
public final class CheckedDescriptor {

    private final String source;
    private final String text;
    private final DescriptorReader.Result result;
    private final List<DescriptorFault> faults = new ArrayList<>();

    private CheckedDescriptor(String source, String text, DescriptorReader.Result result) {
        this.source = source;
        this.text = text;
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

    /** Checks a file as a hub does at its start, with the samples beside it; an unreadable one is a fault like any other. */
    public static CheckedDescriptor ofFile(Path file, EgressPolicy policy, Secrets secrets) {
        DescriptorReader reader = new DescriptorReader(SecretReferences.to(secrets), policy::allowsPlainHttp);
        return DescriptorFile.read(new FileSystemResource(file), reader, Optional.empty());
    }

    /**
     * Checks a descriptor that has no files beside it.
     *
     * @param source what to call it in its faults
     */
    public static CheckedDescriptor of(String source, String text, DescriptorReader reader) {
        return of(source, text, reader, Optional.empty());
    }

    static CheckedDescriptor of(String source, String text, DescriptorReader reader, Optional<Samples> samples) {
        CheckedDescriptor checked = new CheckedDescriptor(source, text, reader.read(text));
        checked.result.descriptor().ifPresent(descriptor -> MappingTests.run(descriptor, samples)
                .forEach(failure ->
                        checked.faults.add(checked.fault(failure.pointer(), failure.problem(), failure.remedy()))));
        return checked;
    }

    static CheckedDescriptor unreadable(String source, String problem) {
        CheckedDescriptor unreadable = new CheckedDescriptor(source, "", DescriptorReader.Result.NOTHING);
        unreadable.faults.add(unreadable.fault("", problem, "Correct the file."));
        return unreadable;
    }

    /** What its faults call it. */
    public String source() {
        return source;
    }

    String text() {
        return text;
    }

    /** The connector's id as far as it could be read, and whether or not it may be one. */
    public Optional<String> id() {
        return result.id();
    }

    public List<DescriptorFault> faults() {
        return List.copyOf(faults);
    }

    /** Tells where in the text something stands. */
    public DescriptorReader.Places places() {
        return result.places();
    }

    /** The descriptor if there is no fault. */
    public Optional<Descriptor> usable() {
        return faults.isEmpty() ? result.descriptor() : Optional.empty();
    }

    boolean sameTextAs(CheckedDescriptor other) {
        return text.equals(other.text);
    }

    /** The fault of using an id that files use too. */
    DescriptorFault duplicateOf(List<String> others) {
        return fault(
                "/metadata/id",
                "the connector id '%s' is also used in %s".formatted(id().orElse(""), String.join(", ", others)),
                "Give each connector its own id; until then none of them is used, unless one was in use before.");
    }

    DescriptorFault fault(String pointer, String problem, String remedy) {
        Place place = result.places().of(pointer);
        return new DescriptorFault(source, pointer, place.line(), place.column(), problem, remedy);
    }
}
