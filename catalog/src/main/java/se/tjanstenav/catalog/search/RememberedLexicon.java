package se.tjanstenav.catalog.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.apache.lucene.index.IndexReader;
import org.hibernate.search.backend.lucene.LuceneExtension;
import org.hibernate.search.backend.lucene.scope.LuceneIndexScope;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.jspecify.annotations.Nullable;

/**
 * Reads the words of an index of Lucene once for each of its states, and what a service is called when it is first told in
 * one. To find neither in each question's own search is most of what a question costs that nothing answers.
 */
final class RememberedLexicon implements Lexicon {

    /** Of what services are called so many bytes are remembered. */
    private static final long BYTES = 8 << 20;

    private final Lexicon index = new SearchedLexicon();
    private volatile @Nullable State latest;

    /** @param segments the parts of the index, each of which never changes */
    private record State(List<Object> segments, Vocabulary vocabulary, Cache<Key, Titles> titles) {}

    private record Key(String id, SearchLanguage reader) {}

    @Override
    public Collection<String> near(SearchSession session, String word, int edits) {
        return state(session).vocabulary.near(word, edits);
    }

    @Override
    public boolean mayBegin(SearchSession session, String beginning) {
        return state(session).vocabulary.begins(beginning);
    }

    @Override
    public boolean mayBeNear(SearchSession session, String word, int edits) {
        return !near(session, word, edits).isEmpty();
    }

    @Override
    public List<Titles> titles(
            SearchSession session,
            SearchLanguage reader,
            Function<SearchPredicateFactory, PredicateFinalStep> where,
            int most) {
        Cache<Key, Titles> known = state(session).titles;
        List<String> found = session.search(IndexedService.class)
                .select(f -> f.id(String.class))
                .where(where)
                .fetchHits(most);
        Map<Key, Titles> titles = new HashMap<>(known.getAllPresent(
                found.stream().map(id -> new Key(id, reader)).toList()));
        List<String> missing = found.stream()
                .filter(id -> !titles.containsKey(new Key(id, reader)))
                .toList();
        if (!missing.isEmpty()) {
            index.titles(session, reader, f -> f.id().matchingAny(missing), missing.size())
                    .forEach(read -> titles.put(new Key(read.id(), reader), read));
            known.putAll(titles);
        }
        return found.stream()
                .map(id -> titles.get(new Key(id, reader)))
                .filter(Objects::nonNull)
                .toList();
    }

    private State state(SearchSession session) {
        try (IndexReader reader = scope(session).openIndexReader()) {
            List<Object> segments = reader.leaves().stream()
                    .map(leaf -> (Object) Objects.requireNonNull(leaf.reader().getReaderCacheHelper())
                            .getKey())
                    .toList();
            State known = latest;
            return known != null && known.segments.equals(segments) ? known : read(reader, segments);
        } catch (IOException e) {
            throw new UncheckedIOException("The search index cannot be closed", e);
        }
    }

    private synchronized State read(IndexReader reader, List<Object> segments) {
        State known = latest;
        if (known == null || !known.segments.equals(segments)) {
            known = new State(segments, Vocabulary.of(reader), titles());
            latest = known;
        }
        return known;
    }

    private static Cache<Key, Titles> titles() {
        return Caffeine.newBuilder()
                .maximumWeight(BYTES)
                .weigher((Key key, Titles titles) -> titles.weight())
                .build();
    }

    private static LuceneIndexScope scope(SearchSession session) {
        return session.scope(IndexedService.class).extension(LuceneExtension.get());
    }
}
