package se.tjanstenav.catalog.search;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.LocalizedText;

/** The languages whose words are stemmed, and one more for words of all the others. */
enum SearchLanguage {
    SV("sv"),
    EN("en"),
    FI("fi"),
    OTHER("other");

    static final List<SearchLanguage> SORTABLE = List.of(SV, EN, FI);

    private static final Set<String> STEMMED =
            SORTABLE.stream().map(language -> language.tag).collect(Collectors.toUnmodifiableSet());

    private final String tag;

    SearchLanguage(String tag) {
        this.tag = tag;
    }

    /** The language that orders and weighs the answer for a reader of the given tag: Swedish where it is unknown. */
    static SearchLanguage of(String tag) {
        return SORTABLE.stream()
                .filter(language -> language.tag.equals(tag))
                .findFirst()
                .orElse(SV);
    }

    String tag() {
        return tag;
    }

    Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    /** Analyzer of texts when they are indexed. */
    String analyzer() {
        return "text_" + tag;
    }

    /** Analyzer of a citizen's words: like the other, without splitting compounds, so a long word stays precise. */
    String searchAnalyzer() {
        return this == SV ? "query_sv" : analyzer();
    }

    String field(String kind) {
        return kind + "_" + tag;
    }

    /** The text's translations that belong to this language. */
    List<String> in(@Nullable LocalizedText text) {
        return text == null
                ? List.of()
                : text.byLanguage().entrySet().stream()
                        .filter(entry -> includes(entry.getKey()))
                        .map(Map.Entry::getValue)
                        .toList();
    }

    List<String> words(Map<String, List<String>> byLanguage) {
        return byLanguage.entrySet().stream()
                .filter(entry -> includes(entry.getKey()))
                .map(Map.Entry::getValue)
                .flatMap(Collection::stream)
                .toList();
    }

    private boolean includes(String language) {
        String primary = Locale.forLanguageTag(language).getLanguage();
        return this == OTHER ? !STEMMED.contains(primary) : tag.equals(primary);
    }
}
