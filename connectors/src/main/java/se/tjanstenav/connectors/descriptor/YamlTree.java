package se.tjanstenav.connectors.descriptor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import se.tjanstenav.connectors.fault.Excerpt;
import se.tjanstenav.connectors.tree.TreePointer;

/**
 * One YAML document as maps, lists and scalars, with the place of every value. Only the core schema's types exist; an
 * alias is expanded, but never into more than 20,000 values or 50 levels.
 */
final class YamlTree implements DescriptorReader.Places {

    static final int MAX_CHARACTERS = 512 * 1024;
    private static final int MAX_NODES = 20_000;
    private static final int MAX_DEPTH = 50;

    private final Map<String, Place> places = new HashMap<>();
    private final Map<String, ScalarNode> texts = new HashMap<>();
    private final String yaml;
    private @Nullable Object root;
    private int nodes;

    private YamlTree(String yaml) {
        this.yaml = yaml;
    }

    /**
     * Parses a document.
     *
     * @throws ProblemException with the line of the first fault; there is nothing to check after one
     */
    static YamlTree parse(String yaml) {
        LoadSettings settings = LoadSettings.builder()
                .setSchema(new CoreTypes())
                .setCodePointLimit(MAX_CHARACTERS)
                .setUseMarks(true)
                .build();
        YamlTree tree = new YamlTree(yaml);
        if (yaml.length() > MAX_CHARACTERS) {
            throw new ProblemException(
                    new Problem("", Place.UNKNOWN, "the text has over 512 Ki characters", "Keep it small and simple."));
        }
        try {
            List<Node> documents = new ArrayList<>();
            new Compose(settings).composeAllFromString(yaml).forEach(documents::add);
            if (documents.size() != 1) {
                throw new ProblemException(new Problem(
                        "",
                        new Place(1, 1),
                        "the file holds %d YAML documents".formatted(documents.size()),
                        "Put one in each file."));
            }
            tree.root = tree.value(documents.get(0), "", 0);
            return tree;
        } catch (MarkedYamlEngineException e) {
            throw new ProblemException(new Problem(
                    "",
                    place(e.getProblemMark()),
                    "the YAML is malformed: " + Excerpt.of(String.valueOf(e.getProblem())),
                    "Mend it there."));
        } catch (StackOverflowError e) {
            // The parser goes one call deeper with every level, and knows no bound of its own.
            throw new ProblemException(
                    new Problem("", Place.UNKNOWN, "the YAML is nested too deeply", "Keep it small and simple."));
        } catch (YamlEngineException e) {
            throw new ProblemException(new Problem(
                    "",
                    Place.UNKNOWN,
                    "the YAML cannot be read: " + Excerpt.of(String.valueOf(e.getMessage())),
                    "Keep it small and simple."));
        }
    }

    @Nullable
    Object root() {
        return root;
    }

    @Override
    public Place of(String pointer) {
        String at = pointer;
        while (!places.containsKey(at) && !at.isEmpty()) {
            at = at.substring(0, Math.max(0, at.lastIndexOf('/')));
        }
        return places.getOrDefault(at, Place.UNKNOWN);
    }

    @Override
    public Place of(String pointer, int end) {
        ScalarNode text = texts.get(pointer);
        return text == null ? of(pointer) : new TextPlaces(yaml).ofWord(text, end);
    }

    private @Nullable Object value(Node node, String pointer, int depth) {
        if (++nodes > MAX_NODES || depth > MAX_DEPTH) {
            throw problem(
                    node, pointer, "the file expands to too many or too deeply nested values", "Use fewer aliases.");
        }
        places.putIfAbsent(pointer, place(node.getStartMark()));
        if (node instanceof MappingNode mapping) {
            requireTag(node, Tag.MAP, pointer);
            return map(mapping, pointer, depth);
        }
        if (node instanceof SequenceNode sequence) {
            requireTag(node, Tag.SEQ, pointer);
            List<@Nullable Object> list = new ArrayList<>();
            for (Node element : sequence.getValue()) {
                list.add(value(element, TreePointer.append(pointer, String.valueOf(list.size())), depth + 1));
            }
            return list;
        }
        ScalarNode scalar = (ScalarNode) node;
        texts.put(pointer, scalar);
        return scalar(scalar, pointer);
    }

    private Map<String, @Nullable Object> map(MappingNode mapping, String pointer, int depth) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw problem(tuple.getKeyNode(), pointer, "a name is not a plain text", "Use plain names.");
            }
            String name = key.getValue();
            if (name.codePoints().anyMatch(HiddenCharacters::isHiddenInName)) {
                throw problem(key, pointer, "a name holds characters that cannot be seen", "Use plain names.");
            }
            String below = TreePointer.append(pointer, name);
            if (map.containsKey(name)) {
                throw problem(key, below, "the name '" + Excerpt.of(name) + "' is given twice", "Remove one.");
            }
            places.put(below, place(key.getStartMark()));
            map.put(name, value(tuple.getValueNode(), below, depth + 1));
        }
        return map;
    }

    private static void requireTag(Node node, Tag tag, String pointer) {
        if (!node.getTag().equals(tag)) {
            throw problem(
                    node,
                    pointer,
                    "the tag " + Excerpt.of(String.valueOf(node.getTag())) + " is not allowed",
                    "Remove the tag.");
        }
    }

    private static @Nullable Object scalar(ScalarNode scalar, String pointer) {
        Tag tag = scalar.getTag();
        String text = scalar.getValue();
        if (tag.equals(Tag.STR)) {
            return text;
        }
        if (tag.equals(Tag.NULL)) {
            return null;
        }
        if (tag.equals(Tag.BOOL)) {
            return Boolean.valueOf(text);
        }
        try {
            if (tag.equals(Tag.INT)) {
                return Long.decode(text.replace("0o", "0"));
            }
            if (tag.equals(Tag.FLOAT)) {
                return Double.valueOf(text);
            }
        } catch (NumberFormatException e) {
            throw problem(scalar, pointer, "'" + Excerpt.of(text) + "' is not a usable number", "Write it in digits.");
        }
        throw problem(
                scalar, pointer, "the tag " + Excerpt.of(String.valueOf(tag)) + " is not allowed", "Remove the tag.");
    }

    /** YAML's core schema without merge keys, which it does not have, and behind which values would hide. */
    private static final class CoreTypes extends CoreSchema {

        @Override
        public ScalarResolver getScalarResolver() {
            return new CoreScalarResolver(false);
        }
    }

    private static Place place(Optional<Mark> mark) {
        return mark.map(at -> new Place(at.getLine() + 1, at.getColumn() + 1)).orElse(Place.UNKNOWN);
    }

    private static ProblemException problem(Node node, String pointer, String problem, String remedy) {
        return new ProblemException(new Problem(pointer, place(node.getStartMark()), problem, remedy));
    }

    /** The document cannot be checked any further. */
    static final class ProblemException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Problem problem;

        ProblemException(Problem problem) {
            super(problem.problem());
            this.problem = problem;
        }

        Problem problem() {
            return problem;
        }
    }
}
