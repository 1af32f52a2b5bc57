package se.tjanstenav.catalog.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.BooleanPredicateClausesStep;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import se.tjanstenav.catalog.Facet;
import se.tjanstenav.catalog.words.Asked;
import se.tjanstenav.catalog.words.Asked.Alternative;
import se.tjanstenav.catalog.words.Asked.Concept;

/**
 * What an understood question asks of the index. Its words are analysed as text and never parsed, so no character in them
 * is special.
 *
 * @param nearest whether services that answer to a part of the question are found too, after those that answer to it
 */
record TextPredicate(Asked asked, boolean nearest) {

    /**
     * How much a word says by where it stands; each is among all that a service says besides. A synonym is looked for where a
     * service says what it is about, and less in all it says.
     */
    private static final Weights WEIGHTS = new Weights(
            Map.of(
                    IndexedFields.NAME, 6f,
                    IndexedFields.KEYWORDS, 6f,
                    IndexedFields.SUMMARY, 2f,
                    IndexedFields.WORDS, 1f),
            Map.of(
                    IndexedFields.NAME, 6f,
                    IndexedFields.KEYWORDS, 6f,
                    IndexedFields.WORDS, 1f));

    /** All that a service says is among its words, so it is enough to look there where nothing is weighed. */
    private static final Weights ANYWHERE =
            new Weights(Map.of(IndexedFields.WORDS, 1f), Map.of(IndexedFields.WORDS, 1f));

    private static final float PHRASE = 4;

    /** The reader's own language counts more. */
    private static final float OTHER_LANGUAGE = 0.5f;

    /** More than any weight of words. */
    private static final float WHOLE = 10_000;

    /** Somewhere to turn counts more than a mere description. */
    private static final float CHANNEL = 6;

    private static final int ALL_OF = 2;
    private static final int PERCENT_OF_MORE = 75;

    /**
     * @param asked by field, of the citizen's own words
     * @param others by field, of other ways to say the same
     */
    private record Weights(Map<String, Float> asked, Map<String, Float> others) {}

    /** Lets what answers to the question pass, however well it does. */
    PredicateFinalStep answering(SearchPredicateFactory f) {
        return answering(f, ANYWHERE, SearchLanguage.SV);
    }

    /** The same, weighed by how well it does. */
    PredicateFinalStep weighed(SearchPredicateFactory f, SearchLanguage reader) {
        var all = f.bool();
        all.must(answering(f, WEIGHTS, reader));
        all.should(phrases(f, reader));
        all.should(f.exists().field(Facet.CHANNEL.code()).constantScore().boost(CHANNEL));
        if (nearest) {
            all.should(whole(f, WEIGHTS, reader));
            all.should(
                    f.bool().filter(whole(f, ANYWHERE, reader)).constantScore().boost(WHOLE));
        }
        return all;
    }

    private PredicateFinalStep answering(SearchPredicateFactory f, Weights weights, SearchLanguage reader) {
        return nearest ? concepts(f, weights, reader).minimumShouldMatchNumber(1) : whole(f, weights, reader);
    }

    /** Up to two things asked for must all be there, of more a quarter may be missing. */
    private PredicateFinalStep whole(SearchPredicateFactory f, Weights weights, SearchLanguage reader) {
        return concepts(f, weights, reader)
                .minimumShouldMatch(required -> required.ifMoreThan(ALL_OF).thenRequirePercent(PERCENT_OF_MORE));
    }

    private BooleanPredicateClausesStep<?, ?> concepts(
            SearchPredicateFactory f, Weights weights, SearchLanguage reader) {
        var concepts = f.bool();
        asked.concepts().forEach(concept -> concepts.should(concept(f, concept, weights, reader)));
        return concepts;
    }

    private static PredicateFinalStep concept(
            SearchPredicateFactory f, Concept concept, Weights weights, SearchLanguage reader) {
        var any = f.bool();
        for (SearchLanguage language : SearchLanguage.values()) {
            float weight = language == reader ? 1 : OTHER_LANGUAGE;
            matches(f, language, concept.text(), weights.asked, weight).forEach(any::should);
        }
        for (Alternative other : concept.others()) {
            languages(other).forEach(language -> {
                float weight = other.weight() * (language == reader ? 1 : OTHER_LANGUAGE);
                matches(f, language, other.text(), weights.others, weight).forEach(any::should);
            });
        }
        return any;
    }

    private static Stream<SearchLanguage> languages(Alternative other) {
        return other.language().isEmpty()
                ? Arrays.stream(SearchLanguage.values())
                : Stream.of(SearchLanguage.of(other.language()));
    }

    private static List<SearchPredicate> matches(
            SearchPredicateFactory f, SearchLanguage language, String text, Map<String, Float> weights, float weight) {
        List<SearchPredicate> matches = new ArrayList<>();
        weights.forEach((kind, boost) -> matches.add(f.match()
                .field(language.field(kind))
                .matching(text)
                .minimumShouldMatchPercent(100)
                .boost(boost * weight)
                .toPredicate()));
        return matches;
    }

    /** A keyword of several words says what a service is about; its words scattered over a text do not. */
    private PredicateFinalStep phrases(SearchPredicateFactory f, SearchLanguage reader) {
        var any = f.bool();
        for (SearchLanguage language : SearchLanguage.values()) {
            float weight = language == reader ? 1 : OTHER_LANGUAGE;
            for (String kind : List.of(IndexedFields.NAME, IndexedFields.KEYWORDS)) {
                any.should(f.phrase()
                        .field(language.field(kind))
                        .matching(asked.text())
                        .boost(PHRASE * weight));
            }
        }
        return any;
    }
}
