package se.tjanstenav.catalog.search;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import se.tjanstenav.catalog.Suggestion;
import se.tjanstenav.catalog.Suggestion.Kind;
import se.tjanstenav.catalog.model.Agency;
import se.tjanstenav.catalog.model.JourneyId;
import se.tjanstenav.catalog.model.LocalizedText;
import se.tjanstenav.catalog.model.ServiceId;
import se.tjanstenav.catalog.search.Titles.Title;
import se.tjanstenav.catalog.words.Stems;

/**
 * Completes what somebody is typing by what services are called, by their keywords, and by what is offered beside them. All
 * words but the last are taken as written, the last as the beginning of one. Only where nothing begins so is a letter
 * allowed to be wrong.
 */
final class Completion {

    private static final int SERVICES = 100;
    private static final int CHARACTERS = 100;

    /** So many letters, or half of them, must be right where another may be wrong, unless the word is whole. */
    private static final int RIGHT = 2;

    private static final int SHORTEST_WRONG = 4;

    private final SearchLanguage reader;
    private final Lexicon lexicon;
    private final List<String> typed;

    Completion(String text, String language, Lexicon lexicon) {
        this.reader = SearchLanguage.of(language);
        this.lexicon = lexicon;
        this.typed = Stems.words(text.substring(0, Math.min(CHARACTERS, text.length())));
    }

    List<Suggestion> suggest(
            SearchSession session, Map<JourneyId, Named> journeys, Collection<Agency> agencies, int limit) {
        if (typed.isEmpty()) {
            return List.of();
        }
        List<Suggestion> exact = suggest(session, journeys, agencies, String::startsWith, false);
        List<Suggestion> found = exact.isEmpty() && last().length() >= SHORTEST_WRONG
                ? suggest(session, journeys, agencies, Edits::beginsNearly, true)
                : exact;
        return found.stream().limit(limit).toList();
    }

    /** An event, and what it is called. */
    record Named(LocalizedText name, Kind kind) {}

    static Suggestion suggestion(JourneyId id, Named named, String language) {
        return new Suggestion(shown(named.name, SearchLanguage.of(language)), named.kind, null, null, id);
    }

    private interface Beginning {

        boolean of(String word, String typed);
    }

    private String last() {
        return typed.get(typed.size() - 1);
    }

    private List<Suggestion> suggest(
            SearchSession session,
            Map<JourneyId, Named> journeys,
            Collection<Agency> agencies,
            Beginning beginning,
            boolean wrong) {
        Map<String, Candidate> found = new LinkedHashMap<>();
        Predicate<Title> fits = title -> fits(title, beginning);
        journeys.forEach((id, named) ->
                add(found, Title.of(shown(named.name)), fits, new Suggestion("", named.kind, null, null, id)));
        for (Titles titles : titles(session, wrong)) {
            titles.names()
                    .forEach(name -> add(
                            found,
                            name,
                            fits,
                            new Suggestion("", Kind.SERVICE, new ServiceId(titles.id()), null, null)));
            titles.keywords()
                    .forEach(word -> add(found, word, fits, new Suggestion("", Kind.KEYWORD, null, null, null)));
        }
        agencies.forEach(agency -> add(
                found, Title.of(shown(agency.name())), fits, new Suggestion("", Kind.AGENCY, null, agency.id(), null)));
        return found.values().stream()
                .sorted(Comparator.comparing((Candidate candidate) ->
                                !candidate.text.toLowerCase(Locale.ROOT).startsWith(typed.get(0)))
                        .thenComparing(candidate -> candidate.what.kind())
                        .thenComparing(Comparator.comparingInt((Candidate candidate) -> candidate.uses)
                                .reversed())
                        .thenComparingInt(candidate -> candidate.text.length())
                        .thenComparing(candidate -> candidate.text))
                .map(Candidate::suggestion)
                .toList();
    }

    private String shown(LocalizedText name) {
        return shown(name, reader);
    }

    private static String shown(LocalizedText name, SearchLanguage reader) {
        return String.valueOf(name.byLanguage().get(name.bestLanguage(List.of(reader.tag()))));
    }

    /** The same text is told once, as the first kind it was found as; several services of one name are none in particular. */
    private static void add(Map<String, Candidate> found, Title title, Predicate<Title> fits, Suggestion what) {
        if (!fits.test(title)) {
            return;
        }
        String text = title.text();
        String key = text.toLowerCase(Locale.ROOT);
        Candidate known = found.get(key);
        if (known == null) {
            found.put(key, new Candidate(text, what));
        } else {
            known.uses++;
            if (known.what.kind() == what.kind() && what.service() != null && !what.equals(known.what)) {
                known.what = new Suggestion("", what.kind(), null, null, null);
            }
        }
    }

    private boolean fits(Title title, Beginning beginning) {
        List<String> words = title.words();
        for (int i = 0; i < typed.size() - 1; i++) {
            if (!words.contains(typed.get(i))) {
                return false;
            }
        }
        return words.stream().anyMatch(word -> beginning.of(word, last()));
    }

    private List<Titles> titles(SearchSession session, boolean wrong) {
        boolean perhaps = wrong
                ? lexicon.mayBegin(session, half()) || lexicon.mayBeNear(session, last(), 1)
                : lexicon.mayBegin(session, last());
        return perhaps ? lexicon.titles(session, reader, f -> beginning(session, f, wrong), SERVICES) : List.of();
    }

    private String half() {
        return last().substring(0, Math.max(RIGHT, last().length() / 2));
    }

    private PredicateFinalStep beginning(SearchSession session, SearchPredicateFactory f, boolean wrong) {
        var all = f.bool();
        for (int i = 0; i < typed.size() - 1; i++) {
            all.must(f.match().field(IndexedFields.SPELLING).matching(typed.get(i)));
        }
        if (!wrong) {
            return all.must(f.prefix().field(IndexedFields.SPELLING).matching(last()));
        }
        var any = f.bool().should(f.prefix().field(IndexedFields.SPELLING).matching(half()));
        if (lexicon.mayBeNear(session, last(), 1)) {
            any.should(f.match().field(IndexedFields.SPELLING).matching(last()).fuzzy(1, Lexicon.RIGHT));
        }
        return all.must(any);
    }

    private static final class Candidate {

        private final String text;
        private Suggestion what;
        private int uses = 1;

        private Candidate(String text, Suggestion what) {
            this.text = text;
            this.what = what;
        }

        private Suggestion suggestion() {
            return new Suggestion(text, what.kind(), what.service(), what.agency(), what.journey());
        }
    }
}
