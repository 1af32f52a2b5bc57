package se.tjanstenav.catalog.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.Areas;
import se.tjanstenav.catalog.Facet;
import se.tjanstenav.catalog.TypicalTime;
import se.tjanstenav.catalog.model.Evidence;
import se.tjanstenav.catalog.model.LocalizedText;
import se.tjanstenav.catalog.model.Output;
import se.tjanstenav.catalog.model.Service;
import se.tjanstenav.catalog.model.ServiceDescription;
import se.tjanstenav.catalog.words.Stems;

/**
 * What is indexed of a service: per language its name, keywords and summary, all that it says as {@link #WORDS}, and a sort
 * key; and by what it is selected and ordered: each {@link Facet} under its code, its areas, its typical time, when it
 * changed, and its id. The same for every backend.
 */
final class IndexedFields {

    /** Every service has one, and no document that a removed one left behind. */
    static final String AUTHORITY = Facet.AGENCY.code();

    static final String ID = "serviceId";
    static final String AREA = "area";
    static final String WORKING_DAYS = "workingDays";

    /** Milliseconds since 1970 UTC. */
    static final String CHANGED_AT = "changedAt";

    static final String NAME = "name";
    static final String KEYWORDS = "keywords";
    static final String SUMMARY = "summary";
    static final String WORDS = "words";
    static final String SORT = "sort";

    /** The words of names, keywords and summaries as they are written, to be compared with words that are not known. */
    static final String SPELLING = "spelling";

    static final List<String> TEXTS = List.of(NAME, KEYWORDS, SUMMARY, WORDS);

    private final Map<String, List<?>> values = new LinkedHashMap<>();

    private IndexedFields() {}

    /** The values by field; fields without a value are left out. */
    static Map<String, List<?>> of(IndexedService indexed) {
        IndexedFields fields = new IndexedFields();
        fields.addSelected(indexed.service);
        for (SearchLanguage language : SearchLanguage.values()) {
            fields.addTexts(indexed, language);
        }
        fields.addSpelling();
        LocalizedText name = indexed.service.description().name();
        for (SearchLanguage language : SearchLanguage.SORTABLE) {
            String shown = name.byLanguage().get(name.bestLanguage(List.of(language.tag())));
            fields.add(language.field(SORT), List.of(SortKeys.key(language, String.valueOf(shown), indexed.id)));
        }
        return fields.values;
    }

    private void addSelected(Service service) {
        for (Facet facet : Facet.values()) {
            add(facet.code(), facet.of(service).stream().sorted().toList());
        }
        add(ID, List.of(service.id().value()));
        add(AREA, List.copyOf(Areas.of(service.description().coverage())));
        add(
                WORKING_DAYS,
                TypicalTime.of(service.processingTimes()).stream()
                        .map(time -> time.length().value().doubleValue())
                        .toList());
        add(CHANGED_AT, List.of(service.changedAt().toEpochMilli()));
    }

    private void addTexts(IndexedService indexed, SearchLanguage language) {
        ServiceDescription description = indexed.service.description();
        List<String> words = new ArrayList<>();
        add(language.field(NAME), language.in(description.name()), words);
        add(language.field(KEYWORDS), language.words(description.keywords()), words);
        add(language.field(SUMMARY), language.in(description.summary()), words);
        words.addAll(language.in(description.description()));
        details(description).forEach(detail -> words.addAll(language.in(detail)));
        if (!words.isEmpty()) {
            indexed.authorityNames.forEach(name -> words.addAll(shown(language, name)));
        }
        add(language.field(WORDS), words);
    }

    /** What must be met, what to enclose and what comes out of it, which often says it in other words. */
    private static Stream<LocalizedText> details(ServiceDescription description) {
        return Stream.of(
                        description.requirements().stream(),
                        description.evidence().stream().map(Evidence::name),
                        description.outputs().stream().map(Output::name))
                .flatMap(each -> each);
    }

    private void addSpelling() {
        Set<String> spelling = new TreeSet<>();
        for (SearchLanguage language : SearchLanguage.values()) {
            Stream.of(NAME, KEYWORDS, SUMMARY)
                    .flatMap(kind -> values.getOrDefault(language.field(kind), List.of()).stream())
                    .forEach(text -> spelling.addAll(Stems.words(text.toString())));
        }
        add(SPELLING, List.copyOf(spelling));
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

    private void add(String field, List<?> found) {
        if (!found.isEmpty()) {
            values.put(field, List.copyOf(found));
        }
    }
}
