package se.tjanstenav.catalog.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import se.tjanstenav.catalog.words.Asked;
import se.tjanstenav.catalog.words.Asked.Alternative;
import se.tjanstenav.catalog.words.Asked.Concept;

/**
 * Finds in a text of one language the terms that answer to a question. Of a synonym of several words, as of what was asked
 * in several words, all must stand in the text.
 */
final class AnsweringTerms {

    private final SearchLanguage language;
    private final Analyzer analyzer;

    /** Ways to say what is asked for, each a set of terms, by each of these. */
    private final Map<String, List<Set<String>>> ways = new LinkedHashMap<>();

    AnsweringTerms(Asked asked, SearchLanguage language) {
        this.language = language;
        this.analyzer = LuceneAnalyzers.named(language.analyzer());
        Analyzer asking = LuceneAnalyzers.named(language.searchAnalyzer());
        asked.concepts().stream()
                .flatMap(concept -> wordings(concept, language))
                .map(wording -> texts(Term.of(wording, asking)))
                .forEach(way -> way.forEach(term ->
                        ways.computeIfAbsent(term, first -> new ArrayList<>()).add(way)));
    }

    private static Stream<String> wordings(Concept concept, SearchLanguage language) {
        return Stream.concat(
                Stream.of(concept.text()),
                concept.others().stream()
                        .filter(other -> other.language().isEmpty() || SearchLanguage.of(other.language()) == language)
                        .map(Alternative::text));
    }

    private static Set<String> texts(List<Term> terms) {
        return terms.stream().map(Term::text).collect(Collectors.toSet());
    }

    SearchLanguage language() {
        return language;
    }

    /** Those in the text that answer, in its order. */
    List<Term> in(String text) {
        List<Term> known = Term.of(text, analyzer).stream()
                .filter(term -> ways.containsKey(term.text()))
                .toList();
        Set<String> there = texts(known);
        return known.stream()
                .filter(term ->
                        ways.getOrDefault(term.text(), List.of()).stream().anyMatch(there::containsAll))
                .toList();
    }
}
