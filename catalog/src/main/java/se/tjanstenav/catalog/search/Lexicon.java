package se.tjanstenav.catalog.search;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;

/**
 * The words of the index as they are written, and what its services are called: what questions are compared with that find
 * little. Says the same whether it asks the index each time or remembers.
 */
interface Lexicon {

    /** So many letters at the beginning must be right where others may be wrong. */
    int RIGHT = 1;

    /** Words that begin with the same letter and become the given one by so many edits; of very many perhaps not all. */
    Collection<String> near(SearchSession session, String word, int edits);

    /** False only where no word begins so. */
    boolean mayBegin(SearchSession session, String beginning);

    /** False only where {@link #near} finds nothing. */
    boolean mayBeNear(SearchSession session, String word, int edits);

    /** What services are called that answer best, in their order. */
    List<Titles> titles(
            SearchSession session,
            SearchLanguage reader,
            Function<SearchPredicateFactory, PredicateFinalStep> where,
            int most);
}
