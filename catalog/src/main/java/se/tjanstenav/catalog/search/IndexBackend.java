package se.tjanstenav.catalog.search;

import java.util.Optional;
import java.util.function.Function;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;

/**
 * Where the index lies. Searches go to one {@link Generation} while another may be made beside it. Whatever an
 * unreachable search server keeps from being done ends with a {@link se.tjanstenav.catalog.SearchUnavailableException}.
 */
interface IndexBackend extends AutoCloseable {

    /** The generation that searches are answered from. */
    Optional<Generation> current();

    /** An empty generation beside the current one; none where another replica is making one. */
    Optional<Generation> create();

    /**
     * Searches go to this one from now on, and all others are thrown away.
     *
     * @return false where another replica has put a newer one in use meanwhile
     */
    boolean use(Generation generation);

    void discard(Generation generation);

    /** The answer to a question put to the generation in use; the question may be put twice. */
    <T> T ask(Function<SearchSession, T> question);

    /** The words of the generation in use. */
    Lexicon lexicon();

    /** Whether other replicas search and write the same index. */
    boolean shared();

    /** Where it lies, for the log. */
    @Override
    String toString();

    @Override
    void close();
}
