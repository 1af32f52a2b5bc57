package se.tjanstenav.connectors.rdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.connectors.fault.Excerpt;
import se.tjanstenav.connectors.fault.FaultCode;
import se.tjanstenav.connectors.fault.SourceException;
import se.tjanstenav.connectors.tree.JsonRecords;

/**
 * The contexts of a JSON-LD document without any that would have to be fetched: that of CPSV-AP 3 is known here, every
 * other one has to stand in the document.
 */
final class Contexts {

    private static final String CONTEXT = "@context";
    private static final Pattern CPSV_AP = Pattern.compile(
            "https?://semiceu\\.github\\.io/(uri\\.semic\\.eu-generated/)?CPSV-AP/releases/3\\.[0-9.]+/context/cpsv-ap\\.jsonld");
    private static final Object CPSV_AP_TERMS = load("cpsv-ap-terms.json");

    private Contexts() {}

    private static Object load(String name) {
        try (InputStream json = Contexts.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(JsonRecords.readTree(Objects.requireNonNull(json, name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The document with every context in place. */
    static @Nullable Object resolved(@Nullable Object tree) {
        if (tree instanceof List<?> list) {
            List<@Nullable Object> elements = new ArrayList<>(list.size());
            list.forEach(element -> elements.add(resolved(element)));
            return elements;
        }
        if (!(tree instanceof Map<?, ?> map)) {
            return tree;
        }
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        map.forEach((name, value) -> {
            if ("@import".equals(name)) {
                throw refused(String.valueOf(value));
            }
            members.put(String.valueOf(name), CONTEXT.equals(name) ? context(value) : resolved(value));
        });
        return members;
    }

    private static @Nullable Object context(@Nullable Object context) {
        if (context instanceof String address) {
            if (CPSV_AP.matcher(address).matches()) {
                return CPSV_AP_TERMS;
            }
            throw refused(address);
        }
        if (context instanceof List<?> several) {
            List<@Nullable Object> contexts = new ArrayList<>();
            several.forEach(each -> contexts.add(context(each)));
            return contexts;
        }
        return resolved(context);
    }

    private static SourceException refused(String address) {
        return SourceException.of(
                FaultCode.MALFORMED_RESPONSE,
                "The JSON-LD refers to the context '%s', which is not fetched; of contexts only that of CPSV-AP 3 is known,"
                                .formatted(Excerpt.of(address))
                        + " others have to stand in the answer");
    }
}
