package se.tjanstenav.connectors.rest;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.UriUtils;
import se.tjanstenav.connectors.descriptor.Detail;
import se.tjanstenav.connectors.source.FoundRecord;
import se.tjanstenav.connectors.tree.TreePointer;

/**
 * Where the detail of a record is asked for. What a record fills in is encoded whole, so that it can be neither more than
 * one part of the path nor one value of the query.
 */
final class DetailAddress {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z][A-Za-z0-9]*)}");
    private static final int LONGEST = 500;

    private final String base;
    private final Map<String, String> query;
    private final TreePointer id;
    private final Map<String, TreePointer> values = new HashMap<>();

    DetailAddress(Detail detail, String host, TreePointer id) {
        this.base = (host.startsWith("http://") ? host : "https://" + host) + detail.path();
        this.query = new TreeMap<>(detail.query());
        this.id = id;
        detail.values().forEach((name, pointer) -> values.put(name, TreePointer.parse(pointer)));
    }

    /** A record lacks what the address needs. */
    static final class UnfilledException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UnfilledException(String message) {
            super(message);
        }
    }

    URI of(FoundRecord record) {
        StringJoiner parameters = new StringJoiner("&", "?", "").setEmptyValue("");
        query.forEach((name, value) -> parameters.add(encoded(name) + "=" + filledQuery(value, record)));
        return URI.create(filled(base, record) + parameters);
    }

    private String filled(String template, FoundRecord record) {
        return PLACEHOLDER
                .matcher(template)
                .replaceAll(match -> Matcher.quoteReplacement(encoded(value(match.group(1), record))));
    }

    /** Here the text around the placeholders is not encoded yet. */
    private String filledQuery(String template, FoundRecord record) {
        return encoded(PLACEHOLDER
                .matcher(template)
                .replaceAll(match -> Matcher.quoteReplacement(value(match.group(1), record))));
    }

    private String value(String name, FoundRecord record) {
        TreePointer pointer = name.equals(Detail.ID) ? id : values.get(name);
        Optional<String> found = pointer == null ? Optional.empty() : pointer.findText(record.tree());
        String value = found.orElseThrow(() -> new UnfilledException(
                "The record has no value for the placeholder {%s} of the detail call".formatted(name)));
        if (value.length() > LONGEST || value.equals(".") || value.equals("..")) {
            throw new UnfilledException(
                    "The record's value for the placeholder {%s} of the detail call cannot be part of an address"
                            .formatted(name));
        }
        return value;
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }
}
