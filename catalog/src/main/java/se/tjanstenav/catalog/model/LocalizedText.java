package se.tjanstenav.catalog.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * One text in one or more languages. Absent and blank translations are dropped; at least one must remain. In JSON it is an
 * object with the languages as members.
 *
 * @param byLanguage text by lower-case BCP 47 language tag ({@code sv}, {@code en}, {@code fi}, {@code se}), in tag order
 */
public record LocalizedText(@JsonAnyGetter Map<String, String> byLanguage) {

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[a-z0-9]{2,8})*");
    private static final int MAX_LENGTH = 20_000;
    private static final List<String> FALLBACK = List.of("sv", "en", "fi");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public LocalizedText(Map<String, String> byLanguage) {
        TreeMap<String, String> kept = new TreeMap<>();
        byLanguage.forEach((language, text) -> {
            Constraints.matching(language, "language", LANGUAGE, "a lower-case BCP 47 tag such as 'sv'");
            String stripped = Constraints.optionalText(text, "text in '" + language + "'", MAX_LENGTH);
            if (stripped != null) {
                kept.put(language, stripped);
            }
        });
        if (kept.isEmpty()) {
            throw new IllegalArgumentException("A text needs at least one language, such as {\"sv\": \"…\"}");
        }
        this.byLanguage = Collections.unmodifiableSortedMap(kept);
    }

    public static LocalizedText swedish(String text) {
        return new LocalizedText(Map.of("sv", text));
    }

    public Optional<String> in(String language) {
        return Optional.ofNullable(byLanguage.get(language));
    }

    /**
     * The language actually shown to a reader who prefers the given ones: the first wanted one there is, then Swedish,
     * English, Finnish, then the first in tag order.
     */
    public String bestLanguage(List<String> preferred) {
        List<String> order = new ArrayList<>(preferred);
        order.addAll(FALLBACK);
        return order.stream()
                .filter(byLanguage::containsKey)
                .findFirst()
                .orElseGet(() -> byLanguage.keySet().iterator().next());
    }
}
