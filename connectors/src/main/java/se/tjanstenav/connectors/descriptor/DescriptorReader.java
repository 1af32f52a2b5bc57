package se.tjanstenav.connectors.descriptor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import se.tjanstenav.connectors.schema.JsonSchema;
import se.tjanstenav.connectors.tree.TreePointer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Reads a descriptor and checks it: form by {@code connector.schema.json}, then everything a schema cannot say. All
 * faults are listed, not only the first. Safe for use by several threads.
 */
public final class DescriptorReader {

    private static final JsonSchema SCHEMA = JsonSchema.load("connector.schema.json");
    private static final JsonMapper MAPPER =
            JsonMapper.builder().addModule(scalars()).build();

    private final SecretReferences secrets;
    private final Predicate<String> plainHttpAllowed;

    /** Reads for a hub whose operator allows HTTPS only. */
    public DescriptorReader(SecretReferences secrets) {
        this(secrets, host -> false);
    }

    /**
     * Reads for a hub.
     *
     * @param plainHttpAllowed whether the operator lets a host, with a port where it is not 80, be asked without TLS
     */
    public DescriptorReader(SecretReferences secrets, Predicate<String> plainHttpAllowed) {
        this.secrets = secrets;
        this.plainHttpAllowed = plainHttpAllowed;
    }

    /** Reads as this one does, but follows other references. */
    public DescriptorReader following(SecretReferences others) {
        return new DescriptorReader(others, plainHttpAllowed);
    }

    /**
     * What was read.
     *
     * @param id the connector's id, as far as it could be read
     * @param descriptor there if there is no problem
     * @param places tells where a value stands
     */
    public record Result(Optional<String> id, Optional<Descriptor> descriptor, List<Problem> problems, Places places) {

        /** What an unreadable file gives. */
        public static final Result NOTHING =
                new Result(Optional.empty(), Optional.empty(), List.of(), pointer -> Place.UNKNOWN);

        public Result {
            problems = List.copyOf(problems);
        }
    }

    /** Tells where the value at a pointer stands, or else the nearest value around it. */
    @FunctionalInterface
    public interface Places {

        Place of(String pointer);

        /**
         * Tells where a word or sign of the text at the pointer begins.
         *
         * @param end the position just behind it, in characters from 0, as faults of expressions tell it
         */
        default Place of(String pointer, int end) {
            return of(pointer);
        }
    }

    /** Reads YAML, or JSON, which is YAML too. */
    public Result read(String yaml) {
        YamlTree tree;
        try {
            // JSON may be indented by tabs, which YAML does not take; a blank for each keeps every place.
            tree = YamlTree.parse(yaml.stripLeading().startsWith("{") ? yaml.replace('\t', ' ') : yaml);
        } catch (YamlTree.ProblemException e) {
            return new Result(Optional.empty(), Optional.empty(), List.of(e.problem()), pointer -> Place.UNKNOWN);
        }
        List<Problem> problems = new ArrayList<>();
        SCHEMA.check(tree.root())
                .forEach(violation -> problems.add(new Problem(
                        violation.pointer(), tree.of(violation.pointer()), violation.problem(), violation.remedy())));
        Descriptor descriptor = null;
        try {
            descriptor = MAPPER.convertValue(tree.root(), Descriptor.class);
        } catch (JacksonException | IllegalArgumentException e) {
            if (problems.isEmpty()) {
                String pointer = pointer(e);
                String reason = e instanceof JacksonException told ? told.getOriginalMessage() : e.getMessage();
                problems.add(
                        new Problem(pointer, tree.of(pointer), "a value cannot be used: " + reason, "Correct it."));
            }
        }
        problems.addAll(new HiddenCharacters(tree).in(tree.root()));
        problems.addAll(new TreeChecks(tree.root(), tree, secrets).run());
        Optional<String> id = TreePointer.parse("/metadata/id").findText(tree.root());
        if (descriptor != null) {
            addSemantic(descriptor, tree, problems);
        }
        problems.sort(Comparator.comparingInt(Problem::line)
                .thenComparingInt(Problem::column)
                .thenComparing(Problem::pointer));
        return new Result(id, Optional.ofNullable(problems.isEmpty() ? descriptor : null), problems, tree);
    }

    private static String pointer(RuntimeException e) {
        String pointer = "";
        if (e instanceof JacksonException failure) {
            for (JacksonException.Reference at : failure.getPath()) {
                String name = at.getPropertyName();
                pointer = TreePointer.append(pointer, name == null ? String.valueOf(at.getIndex()) : name);
            }
        }
        return pointer;
    }

    private void addSemantic(Descriptor descriptor, YamlTree tree, List<Problem> problems) {
        boolean formFaults = !problems.isEmpty();
        try {
            problems.addAll(new DescriptorChecks(descriptor, tree).run());
            problems.addAll(new PlainHttpChecks(descriptor, tree, plainHttpAllowed).run());
        } catch (NullPointerException e) {
            // Where the form is wrong already, parts that later checks rely on may be missing; that is reported.
            if (!formFaults) {
                throw e;
            }
        }
    }

    private static SimpleModule scalars() {
        SimpleModule module = new SimpleModule();
        module.addDeserializer(Duration.class, new StdDeserializer<Duration>(Duration.class) {
            @Override
            public Duration deserialize(JsonParser parser, DeserializationContext context) {
                return Durations.parse(parser.getString());
            }
        });
        module.addDeserializer(ByteSize.class, new StdDeserializer<ByteSize>(ByteSize.class) {
            @Override
            public ByteSize deserialize(JsonParser parser, DeserializationContext context) {
                return ByteSize.parse(parser.getString());
            }
        });
        return module;
    }
}
