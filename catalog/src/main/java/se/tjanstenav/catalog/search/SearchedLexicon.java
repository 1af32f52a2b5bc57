package se.tjanstenav.catalog.search;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;

/** Asks the index each time, as must be where other hubs write to it. */
final class SearchedLexicon implements Lexicon {

    /** Of so many services the words are looked at. */
    private static final int NEAR = 30;

    @Override
    public Collection<String> near(SearchSession session, String word, int edits) {
        Set<String> near = new LinkedHashSet<>();
        session.search(IndexedService.class)
                .select(f -> f.field(IndexedFields.SPELLING, String.class).multi())
                .where(f ->
                        f.match().field(IndexedFields.SPELLING).matching(word).fuzzy(edits, RIGHT))
                .fetchHits(NEAR)
                .forEach(near::addAll);
        near.removeIf(known -> !Edits.within(edits, word, known));
        return near;
    }

    @Override
    public boolean mayBegin(SearchSession session, String beginning) {
        return true;
    }

    @Override
    public boolean mayBeNear(SearchSession session, String word, int edits) {
        return true;
    }

    @Override
    public List<Titles> titles(
            SearchSession session,
            SearchLanguage reader,
            Function<SearchPredicateFactory, PredicateFinalStep> where,
            int most) {
        return session.search(IndexedService.class)
                .select(f -> f.composite()
                        .from(
                                f.id(String.class),
                                f.field(reader.field(IndexedFields.NAME), String.class)
                                        .multi(),
                                f.field(reader.field(IndexedFields.KEYWORDS), String.class)
                                        .multi(),
                                f.field(SearchLanguage.SV.field(IndexedFields.NAME), String.class)
                                        .multi(),
                                f.field(SearchLanguage.SV.field(IndexedFields.KEYWORDS), String.class)
                                        .multi())
                        .asList(SearchedLexicon::titles))
                .where(where)
                .fetchHits(most);
    }

    /** In Swedish where a service has none in the reader's language. */
    @SuppressWarnings("unchecked")
    private static Titles titles(List<?> found) {
        List<String> names = (List<String>) found.get(1);
        List<String> keywords = (List<String>) found.get(2);
        return new Titles(
                String.valueOf(found.get(0)),
                Titles.Title.of(names.isEmpty() ? (List<String>) found.get(3) : names),
                Titles.Title.of(keywords.isEmpty() ? (List<String>) found.get(4) : keywords));
    }
}
