package se.tjanstenav.mocks;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.apache.cxf.staxutils.StaxUtils;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import se.tjanstenav.mocks.records.DataFile;
import se.tjanstenav.mocks.records.Layout;
import se.tjanstenav.mocks.records.RawRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds texts that lack English or Swedish, in the ways of writing translations that can be told without knowing the dialect. */
final class Languages {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, String> ENGLISH_BY_SWEDISH_ENDING = Map.of("Sv", "En", "_sv", "_en");
    private static final List<String> LANGUAGE_NAMES =
            List.of("@language", "sprak", "lang", "language", "Sprak", "xml:lang");

    private Languages() {}

    /** Where something is missing. */
    static List<String> untranslated(Layout layout, String text) {
        return switch (layout.file().replaceAll(".*\\.", "")) {
            case "json" -> inJson(JSON.readTree(text), "");
            case "csv" -> inCsv(layout, text);
            default -> inXml(text);
        };
    }

    private static List<String> inJson(JsonNode node, String path) {
        List<String> missing = new ArrayList<>();
        node.forEachEntry((name, value) -> {
            if (!english(name).equals(name)) {
                // Where English comes first, its member is the one without an ending.
                JsonNode english = node.has(english(name)) ? node.path(english(name)) : node.path(bare(name));
                boolean told = !english.isMissingNode()
                        && english.isNull() == value.isNull()
                        && (english.size() == 0) == (value.size() == 0);
                if (!told || (value.isString() && value.asString().isBlank())) {
                    missing.add(path + "/" + name);
                }
            }
        });
        if (node.isArray() && !bothOrNeither(languages(node))) {
            missing.add(path);
        }
        int index = 0;
        for (JsonNode child : node) {
            missing.addAll(inJson(child, path + "/" + index++));
        }
        return missing;
    }

    /** The languages of a list whose elements each say what language they are in. */
    private static Set<String> languages(JsonNode list) {
        Set<String> languages = new TreeSet<>();
        for (JsonNode each : list) {
            LANGUAGE_NAMES.stream()
                    .map(each::path)
                    .filter(JsonNode::isString)
                    .forEach(language -> languages.add(language.asString()));
        }
        return languages;
    }

    private static List<String> inCsv(Layout layout, String text) {
        DataFile data = layout.parse(text);
        List<String> missing = new ArrayList<>();
        Stream.of(data.head().strip().split("[;,]")).forEach(column -> {
            for (long i = 0;
                    !english(column).equals(column) && i < data.records().size();
                    i++) {
                RawRecord record = data.records().at(i);
                boolean swedish = !data.values().of(record.text(), column).isBlank();
                if (swedish == data.values().of(record.text(), english(column)).isBlank()) {
                    missing.add(record.id() + "/" + column);
                }
            }
        });
        return missing;
    }

    private static List<String> inXml(String text) {
        try {
            NodeList all = StaxUtils.read(new StringReader(text)).getElementsByTagName("*");
            List<String> missing = new ArrayList<>();
            for (int i = 0; i < all.getLength(); i++) {
                if (!childrenTranslated((Element) all.item(i))) {
                    missing.add(path(all.item(i)));
                }
            }
            return missing;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean childrenTranslated(Element element) {
        Set<String> inSwedish = new TreeSet<>();
        Set<String> inEnglish = new TreeSet<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element part) {
                String attribute = LANGUAGE_NAMES.stream()
                        .filter(part::hasAttribute)
                        .findFirst()
                        .orElse("");
                String language = attribute.isEmpty() ? part.getLocalName() : part.getAttribute(attribute);
                String name = attribute.isEmpty() ? "text" : part.getLocalName();
                if (language.equals("sv")) {
                    inSwedish.add(name);
                } else if (language.equals("en")) {
                    inEnglish.add(name);
                }
            }
        }
        return inSwedish.equals(inEnglish);
    }

    private static String path(Node node) {
        return node.getParentNode() instanceof Element parent
                ? path(parent) + "/" + node.getLocalName()
                : "/" + node.getLocalName();
    }

    private static String english(String name) {
        if (name.matches("sv(-SE)?")) {
            return name.equals("sv") ? "en" : "en-GB";
        }
        return ENGLISH_BY_SWEDISH_ENDING.entrySet().stream()
                .filter(ending -> name.endsWith(ending.getKey()))
                .map(ending -> name.substring(0, name.length() - ending.getKey().length()) + ending.getValue())
                .findFirst()
                .orElse(name);
    }

    private static String bare(String name) {
        return name.replaceFirst("(Sv|_sv)$", "");
    }

    private static boolean bothOrNeither(Set<String> languages) {
        return languages.contains("sv") == languages.contains("en");
    }
}
