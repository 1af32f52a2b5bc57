package se.tjanstenav.routes.api;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.LocalizedText;

/** Chooses the texts of one JSON object and remembers which language each was found in. */
final class Wording {

    private final Languages languages;
    private final Map<String, String> languageByField = new TreeMap<>();

    Wording(Languages languages) {
        this.languages = languages;
    }

    String required(String field, LocalizedText text) {
        String language = text.bestLanguage(languages.preferred());
        languageByField.put(field, language);
        return text.in(language).orElseThrow();
    }

    @Nullable
    String optional(String field, @Nullable LocalizedText text) {
        return text == null ? null : required(field, text);
    }

    /** The language of every text chosen so far, by field in order of name, so that equal answers are equal bytes. */
    Map<String, String> languageByField() {
        return Collections.unmodifiableMap(new TreeMap<>(languageByField));
    }

    static List<Text> list(Languages languages, List<LocalizedText> texts) {
        return texts.stream().map(text -> Text.of(languages, text)).toList();
    }

    /** A text that stands alone in a list, with its language. */
    record Text(String text, String language) {

        static Text of(Languages languages, LocalizedText text) {
            String language = text.bestLanguage(languages.preferred());
            return new Text(text.in(language).orElseThrow(), language);
        }

        static @Nullable Text optional(Languages languages, @Nullable LocalizedText text) {
            return text == null ? null : of(languages, text);
        }
    }
}
