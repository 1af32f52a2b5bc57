package se.tjanstenav.connectors.descriptor;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A SOAP body with placeholders such as <code>{{page}}</code>, each replaced by a value escaped for XML.
 *
 * @param xml one element, well-formed, with its namespaces declared
 */
public record BodyTemplate(String xml) {

    /** The closed set of placeholders. */
    public static final Set<String> PLACEHOLDERS =
            Set.of("today", "page", "offset", "size", "cursor", "since", ServiceKeyPlaceholder.NAME);

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*([A-Za-z]*)\\s*}}");

    /** The placeholders used that do not exist. */
    public Set<String> unknownPlaceholders() {
        Set<String> unknown = new LinkedHashSet<>();
        Matcher matcher = PLACEHOLDER.matcher(xml);
        while (matcher.find()) {
            if (!PLACEHOLDERS.contains(matcher.group(1))) {
                unknown.add(matcher.group(1));
            }
        }
        return unknown;
    }

    /** Whether the body has a placeholder that differs from one page to the next. */
    boolean movesOn(Pagination.Type type) {
        Set<String> moving = type == Pagination.Type.CURSOR ? Set.of("cursor") : Set.of("page", "offset");
        return moving.stream().anyMatch(this::uses);
    }

    boolean uses(String placeholder) {
        return PLACEHOLDER.matcher(xml).results().anyMatch(match -> placeholder.equals(match.group(1)));
    }

    /** The body with every placeholder replaced; a value that is missing becomes the empty text. */
    public String fill(Map<String, String> values) {
        return PLACEHOLDER
                .matcher(xml)
                .replaceAll(match -> Matcher.quoteReplacement(escape(values.getOrDefault(match.group(1), ""))));
    }

    /** The body with the service's code in it, escaped so that nothing in the code is taken for a placeholder. */
    String naming(String serviceCode) {
        String escaped = escape(serviceCode).replace("{", "&#123;");
        return PLACEHOLDER
                .matcher(xml)
                .replaceAll(match -> Matcher.quoteReplacement(
                        ServiceKeyPlaceholder.NAME.equals(match.group(1)) ? escaped : match.group()));
    }

    private static String escape(String value) {
        StringBuilder escaped = new StringBuilder();
        value.codePoints().filter(BodyTemplate::allowedInXml).forEach(character -> {
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(character);
            }
        });
        return escaped.toString();
    }

    private static boolean allowedInXml(int character) {
        return character >= 0x20 || character == '\t' || character == '\n' || character == '\r';
    }
}
