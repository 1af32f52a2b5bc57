package se.tjanstenav.catalog.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.search.engine.search.projection.SearchProjection;
import org.hibernate.search.engine.search.projection.dsl.SearchProjectionFactory;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import se.tjanstenav.catalog.Highlight;
import se.tjanstenav.catalog.Highlight.Mark;
import se.tjanstenav.catalog.model.ServiceId;

/**
 * Asks the index where the services of a page answer to a question. It marks that with characters that no text has, which
 * become places in a plain text: what is told can be shown anywhere without being taken for HTML.
 */
final class Highlights {

    private static final char BEGIN = '\uE000';
    private static final char END = '\uE001';

    private static final List<String> KINDS =
            List.of(IndexedFields.NAME, IndexedFields.SUMMARY, IndexedFields.DESCRIPTION);

    private Highlights() {}

    /** Those in the reader's language, and in Swedish where there are none in that. */
    static Map<ServiceId, List<Highlight>> of(
            SearchSession session, TextPredicate words, List<ServiceId> page, SearchLanguage reader) {
        Map<ServiceId, List<Highlight>> all = new LinkedHashMap<>();
        if (page.isEmpty()) {
            return all;
        }
        Set<SearchLanguage> languages = new LinkedHashSet<>(List.of(reader, SearchLanguage.SV));
        session.search(IndexedService.class)
                .select(f -> f.composite()
                        .from(projections(f, languages))
                        .asList(found -> new Marked(String.valueOf(found.get(0)), highlights(found, languages))))
                .where(f -> f.bool()
                        .filter(f.id().matchingAny(
                                        page.stream().map(ServiceId::value).toList()))
                        .must(words.of(f, reader)))
                .highlighter(f -> f.unified()
                        .tag(String.valueOf(BEGIN), String.valueOf(END))
                        .numberOfFragments(1))
                .fetchHits(page.size())
                .forEach(marked -> all.put(new ServiceId(marked.id), marked.highlights));
        return all;
    }

    private static SearchProjection<?>[] projections(SearchProjectionFactory<?, ?> f, Set<SearchLanguage> languages) {
        List<SearchProjection<?>> projections = new ArrayList<>();
        projections.add(f.id(String.class).toProjection());
        for (SearchLanguage language : languages) {
            KINDS.forEach(
                    kind -> projections.add(f.highlight(language.field(kind)).toProjection()));
        }
        return projections.toArray(SearchProjection[]::new);
    }

    private static List<Highlight> highlights(List<?> found, Set<SearchLanguage> languages) {
        int at = 1;
        for (SearchLanguage language : languages) {
            List<Highlight> highlights = new ArrayList<>();
            for (String kind : KINDS) {
                for (Object fragment : (List<?>) found.get(at++)) {
                    highlights.add(highlight(kind, language, String.valueOf(fragment)));
                }
            }
            if (!highlights.isEmpty()) {
                return highlights;
            }
        }
        return List.of();
    }

    private static Highlight highlight(String kind, SearchLanguage language, String marked) {
        StringBuilder text = new StringBuilder();
        List<Mark> marks = new ArrayList<>();
        int start = 0;
        for (char next : marked.strip().toCharArray()) {
            if (next == BEGIN) {
                start = text.length();
            } else if (next == END) {
                marks.add(new Mark(start, text.length()));
            } else {
                text.append(next);
            }
        }
        return new Highlight(kind, language.tag(), text.toString(), marks);
    }

    private record Marked(String id, List<Highlight> highlights) {}
}
