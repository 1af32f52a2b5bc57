package se.tjanstenav.catalog.search;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.Highlight;
import se.tjanstenav.catalog.Highlight.Mark;
import se.tjanstenav.catalog.model.LocalizedText;
import se.tjanstenav.catalog.model.Service;
import se.tjanstenav.catalog.model.ServiceDescription;
import se.tjanstenav.catalog.words.Asked;

/**
 * Shows where services answer to a question: of each text the sentence in which most of the question stands. The texts are
 * those that are about to be shown, so an index need not keep them, and every backend marks alike.
 */
final class Highlighter {

    private final List<AnsweringTerms> languages;

    /** Marks texts in the reader's language, and in Swedish where nothing in those answers. */
    Highlighter(Asked asked, SearchLanguage reader) {
        this.languages = Stream.of(reader, SearchLanguage.SV)
                .distinct()
                .map(language -> new AnsweringTerms(asked, language))
                .toList();
    }

    List<Highlight> of(Service service) {
        for (AnsweringTerms question : languages) {
            List<Highlight> found = of(service.description(), question);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private static List<Highlight> of(ServiceDescription description, AnsweringTerms question) {
        List<Highlight> found = new ArrayList<>();
        add(found, "name", description.name(), question);
        add(found, "summary", description.summary(), question);
        add(found, "description", description.description(), question);
        return found;
    }

    private static void add(
            List<Highlight> found, String field, @Nullable LocalizedText texts, AnsweringTerms question) {
        SearchLanguage language = question.language();
        for (String text : language.in(texts)) {
            best(text, question.in(text), language)
                    .map(sentence -> sentence.highlight(field, language))
                    .ifPresent(found::add);
        }
    }

    /** The first of the sentences in which most different terms answer. */
    private static Optional<Sentence> best(String text, List<Term> answering, SearchLanguage language) {
        if (answering.isEmpty()) {
            return Optional.empty();
        }
        BreakIterator breaks = BreakIterator.getSentenceInstance(language.locale());
        breaks.setText(text);
        Sentence best = null;
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            Sentence next = Sentence.of(text, start, end, answering);
            if (best == null || next.different() > best.different()) {
                best = next;
            }
            start = end;
        }
        return Optional.ofNullable(best);
    }

    /**
     * @param text without white space around it
     * @param different how many different terms of the question stand in it
     */
    private record Sentence(String text, List<Mark> marks, long different) {

        private static Sentence of(String text, int start, int end, List<Term> answering) {
            List<Term> within = answering.stream()
                    .filter(term -> term.start() >= start && term.start() < end)
                    .toList();
            String plain = text.substring(start, end);
            int shown = start + plain.length() - plain.stripLeading().length();
            return new Sentence(
                    plain.strip(),
                    within.stream()
                            .map(term -> new Mark(term.start() - shown, term.end() - shown))
                            .distinct()
                            .toList(),
                    within.stream().map(Term::text).distinct().count());
        }

        private Highlight highlight(String field, SearchLanguage language) {
            return new Highlight(field, language.tag(), text, marks);
        }
    }
}
