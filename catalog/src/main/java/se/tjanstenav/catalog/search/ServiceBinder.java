package se.tjanstenav.catalog.search;

import java.util.ArrayList;
import java.util.List;
import org.hibernate.search.engine.backend.document.DocumentElement;
import org.hibernate.search.engine.backend.document.model.dsl.IndexSchemaElement;
import org.hibernate.search.engine.backend.types.Searchable;
import org.hibernate.search.engine.backend.types.Sortable;
import org.hibernate.search.mapper.pojo.bridge.TypeBridge;
import org.hibernate.search.mapper.pojo.bridge.binding.TypeBindingContext;
import org.hibernate.search.mapper.pojo.bridge.mapping.programmatic.TypeBinder;
import org.hibernate.search.mapper.pojo.bridge.runtime.TypeBridgeWriteContext;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.LocalizedText;
import se.tjanstenav.catalog.model.ServiceDescription;

/**
 * The index fields of a service: per language its name, keywords, summary and description, all of them together as
 * {@link #WORDS}, and a sort key.
 */
final class ServiceBinder implements TypeBinder, TypeBridge<IndexedService> {

    static final String AUTHORITY = "authority";
    static final String NAME = "name";
    static final String KEYWORDS = "keywords";
    static final String SUMMARY = "summary";
    static final String DESCRIPTION = "description";
    static final String WORDS = "words";
    static final String SORT = "sort";

    private static final List<String> TEXTS = List.of(NAME, KEYWORDS, SUMMARY, DESCRIPTION, WORDS);

    @Override
    public void bind(TypeBindingContext context) {
        context.dependencies().useRootOnly();
        IndexSchemaElement schema = context.indexSchemaElement();
        schema.field(AUTHORITY, type -> type.asString()).toReference();
        for (SearchLanguage language : SearchLanguage.values()) {
            TEXTS.forEach(text -> schema.field(language.field(text), type -> type.asString()
                            .analyzer(language.analyzer())
                            .searchAnalyzer(language.searchAnalyzer()))
                    .multiValued()
                    .toReference());
        }
        for (SearchLanguage language : SearchLanguage.SORTABLE) {
            schema.field(
                            language.field(SORT),
                            type -> type.asString().searchable(Searchable.NO).sortable(Sortable.YES))
                    .toReference();
        }
        context.bridge(IndexedService.class, this);
    }

    @Override
    public void write(DocumentElement document, IndexedService indexed, TypeBridgeWriteContext context) {
        document.addValue(AUTHORITY, indexed.service.authority().value());
        for (SearchLanguage language : SearchLanguage.values()) {
            writeTexts(document, indexed, language);
        }
        LocalizedText name = indexed.service.description().name();
        for (SearchLanguage language : SearchLanguage.SORTABLE) {
            String shown = name.byLanguage().get(name.bestLanguage(List.of(language.tag())));
            document.addValue(language.field(SORT), SortKeys.key(language, String.valueOf(shown), indexed.id));
        }
    }

    private static void writeTexts(DocumentElement document, IndexedService indexed, SearchLanguage language) {
        ServiceDescription description = indexed.service.description();
        List<String> words = new ArrayList<>();
        add(document, language.field(NAME), language.in(description.name()), words);
        add(document, language.field(KEYWORDS), language.words(description.keywords()), words);
        add(document, language.field(SUMMARY), language.in(description.summary()), words);
        add(document, language.field(DESCRIPTION), language.in(description.description()), words);
        if (!words.isEmpty()) {
            indexed.authorityNames.forEach(name -> words.addAll(shown(language, name)));
        }
        words.forEach(word -> document.addValue(language.field(WORDS), word));
    }

    /** An agency's name is a word in every language, translated or not. */
    private static List<String> shown(SearchLanguage language, LocalizedText name) {
        List<String> translated = language.in(name);
        @Nullable String fallback = name.byLanguage().get(name.bestLanguage(List.of(language.tag())));
        return translated.isEmpty() && fallback != null ? List.of(fallback) : translated;
    }

    private static void add(DocumentElement document, String field, List<String> texts, List<String> words) {
        texts.forEach(text -> document.addValue(field, text));
        words.addAll(texts);
    }
}
