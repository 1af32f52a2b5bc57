package se.tjanstenav.catalog.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.ServiceFilter;
import se.tjanstenav.catalog.words.Asked;
import se.tjanstenav.catalog.words.Asked.Concept;
import se.tjanstenav.catalog.words.Words;

/**
 * Reads a question in the light of the index. Only one that few services answer to is looked at twice: its unknown words are
 * read as the nearest known ones, and what answers to a part of it is found after what answers to all.
 */
final class QuestionReader {

    /** With so many answers to the whole question nothing else is looked for. */
    static final int ENOUGH = 5;

    /** A longer question says nothing more, and costs more. */
    private static final int CHARACTERS = 300;

    private static final int SHORTEST_CORRECTED = 4;

    /** No word is so long, and to look for what is near to it costs in proportion. */
    private static final int LONGEST_CORRECTED = 50;

    private static final int TWO_EDITS_FROM = 8;

    private final Words words;
    private final Lexicon lexicon;

    QuestionReader(Words words, Lexicon lexicon) {
        this.words = words;
        this.lexicon = lexicon;
    }

    /** The question as it is put; to be searched for first. */
    @Nullable
    TextPredicate plain(@Nullable String text) {
        return text == null ? null : new TextPredicate(words.understand(cut(text)), false);
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(CHARACTERS, text.length()));
    }

    /** The same whatever the selection is narrowed to, so that it means the same on every page and in every facet. */
    Reading read(SearchSession session, TextPredicate plain) {
        return read(
                session,
                plain,
                session.search(IndexedService.class)
                        .where(f -> ServiceSearch.selected(f, plain, ServiceFilter.ALL))
                        .fetchTotalHitCount());
    }

    /** @param whole how many services answer to all of it in the whole catalogue */
    Reading read(SearchSession session, TextPredicate plain, long whole) {
        if (whole >= ENOUGH || plain.asked().concepts().isEmpty()) {
            return new Reading(plain, whole, List.of(), null);
        }
        Map<String, String> meant = new LinkedHashMap<>();
        List<String> unknown = new ArrayList<>();
        for (Concept concept : plain.asked().concepts()) {
            if (!known(session, concept)) {
                nearest(session, concept.text())
                        .ifPresentOrElse(word -> meant.put(concept.text(), word), () -> unknown.add(concept.text()));
            }
        }
        Asked asked = words.understand(plain.asked().text(), meant);
        boolean nearest = asked.concepts().size() > 1 || !meant.isEmpty();
        return new Reading(
                new TextPredicate(asked, nearest), whole, unknown, meant.isEmpty() ? null : corrected(asked, meant));
    }

    private static String corrected(Asked asked, Map<String, String> meant) {
        String text = asked.text();
        for (Map.Entry<String, String> word : meant.entrySet()) {
            text = text.replaceAll(
                    "(?iuU)\\b" + Pattern.quote(word.getKey()) + "\\b", Matcher.quoteReplacement(word.getValue()));
        }
        return text;
    }

    /** A word with a synonym or known parts is none that was misspelt. */
    private static boolean known(SearchSession session, Concept concept) {
        if (!concept.others().isEmpty() || concept.said().size() > 1) {
            return true;
        }
        return session.search(IndexedService.class)
                        .where(f -> anywhere(f, concept.text()))
                        .fetchTotalHitCount()
                > 0;
    }

    private static PredicateFinalStep anywhere(SearchPredicateFactory f, String word) {
        var any = f.bool();
        for (SearchLanguage language : SearchLanguage.values()) {
            any.should(f.match().field(language.field(IndexedFields.WORDS)).matching(word));
        }
        return any;
    }

    /**
     * The word nearest to it, and of several equally near the one that most services use. Numbers and codes have none: one
     * digit more is another thing.
     */
    private Optional<String> nearest(SearchSession session, String word) {
        if (word.length() < SHORTEST_CORRECTED
                || word.length() > LONGEST_CORRECTED
                || !word.codePoints().allMatch(Character::isLetter)) {
            return Optional.empty();
        }
        int most = word.length() < TWO_EDITS_FROM ? 1 : 2;
        for (int edits = 1; edits <= most; edits++) {
            Optional<String> found = within(session, word, edits);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The word may be one that only removed services use. */
    private Optional<String> within(SearchSession session, String word, int edits) {
        Map<String, Long> uses = new HashMap<>();
        lexicon.near(session, word, edits).forEach(near -> uses.put(near, uses(session, near)));
        return uses.entrySet().stream()
                .filter(near -> near.getValue() > 0)
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
    }

    private static long uses(SearchSession session, String word) {
        return session.search(IndexedService.class)
                .where(f -> f.match().field(IndexedFields.SPELLING).matching(word))
                .fetchTotalHitCount();
    }
}
