package se.tjanstenav.catalog.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.LocalizedText;
import se.tjanstenav.catalog.model.ServiceDescription;

/**
 * What is indexed of a service: per language its name, keywords, summary and description, all of them together as
 * {@link #WORDS}, and a sort key. The same for every backend.
 */
final class IndexedFields {

    static final String AUTHORITY = "authority";
    static final String NAME = "name";
    static final String KEYWORDS = "keywords";
    static final String SUMMARY = "summary";
    static final String DESCRIPTION = "description";
    static final String WORDS = "words";
    static final String SORT = "sort";

    static final List<String> TEXTS = List.of(NAME, KEYWORDS, SUMMARY, DESCRIPTION, WORDS);

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    private IndexedFields() {}

    /** The values by field; fields without a value are left out. */
    static Map<String, List<String>> of(IndexedService indexed) {
        IndexedFields fields = new IndexedFields();
        fields.add(AUTHORITY, List.of(indexed.service.authority().value()));
        for (SearchLanguage language : SearchLanguage.values()) {
            fields.addTexts(indexed, language);
        }
        LocalizedText name = indexed.service.description().name();
        for (SearchLanguage language : SearchLanguage.SORTABLE) {
            String shown = name.byLanguage().get(name.bestLanguage(List.of(language.tag())));
            fields.add(language.field(SORT), List.of(SortKeys.key(language, String.valueOf(shown), indexed.id)));
        }
        return fields.values;
    }

    private void addTexts(IndexedService indexed, SearchLanguage language) {
        ServiceDescription description = indexed.service.description();
        List<String> words = new ArrayList<>();
        add(language.field(NAME), language.in(description.name()), words);
        add(language.field(KEYWORDS), language.words(description.keywords()), words);
        add(language.field(SUMMARY), language.in(description.summary()), words);
        add(language.field(DESCRIPTION), language.in(description.description()), words);
        if (!words.isEmpty()) {
            indexed.authorityNames.forEach(name -> words.addAll(shown(language, name)));
        }
        add(language.field(WORDS), words);
    }

    /** An agency's name is a word in every language, translated or not. */
    private static List<String> shown(SearchLanguage language, LocalizedText name) {
        List<String> translated = language.in(name);
        @Nullable String fallback = name.byLanguage().get(name.bestLanguage(List.of(language.tag())));
        return translated.isEmpty() && fallback != null ? List.of(fallback) : translated;
    }

    private void add(String field, List<String> texts, List<String> words) {
        add(field, texts);
        words.addAll(texts);
    }

    private void add(String field, List<String> texts) {
        if (!texts.isEmpty()) {
            values.put(field, List.copyOf(texts));
        }
    }
}
