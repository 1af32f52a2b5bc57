package se.tjanstenav.catalog.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.analysis.WordlistLoader;
import se.tjanstenav.catalog.words.Asked.Alternative;
import se.tjanstenav.catalog.words.Asked.Concept;

/**
 * What the hub knows of words, and how it understands a question by it: words that only ask are passed over, expressions of
 * the thesaurus are taken as one, and each word that carries the question gets its synonyms and, in Swedish, the parts of
 * which it is compounded. Immutable; the same for every backend.
 */
public final class Words {

    private static final String QUESTION_WORDS = "question-words.txt";
    private static final String PARTS = "swedish-word-parts.txt";
    private static final String STOP_WORDS = "/org/apache/lucene/analysis/snowball/%s_stop.txt";

    /** A question of more says nothing more, and costs more. */
    private static final int MOST_CONCEPTS = 12;

    private static final int MOST_ALTERNATIVES = 8;

    /** How many words that only ask may stand within an expression: "blev av med mitt jobb". */
    private static final int GAP = 2;

    /** What is done about something, rather than what it is done about. */
    private static final List<String> ACTS =
            List.of("ansök", "anmäl", "blankett", "ärende", "beslut", "handlägg", "regist", "förläng");

    private static final float SYNONYM = 0.6f;
    private static final float COMPOUND = 0.4f;

    private final Set<String> asking;
    private final List<Thesaurus> thesauri;
    private final Compounds compounds;

    private Words(Set<String> asking, List<Thesaurus> thesauri, Compounds compounds) {
        this.asking = asking;
        this.thesauri = thesauri;
        this.compounds = compounds;
    }

    /** @param more thesauri beside the hub's own; one that cannot be read is told of by an exception that names it */
    public static Words load(List<Path> more) {
        Set<String> asking = new HashSet<>(lines(ThesaurusFile.ownText(QUESTION_WORDS)));
        Stream.of("swedish", "english", "finnish").map(Words::stopWords).forEach(asking::addAll);
        List<Thesaurus> thesauri =
                Stream.of("sv", "en", "fi").map(Thesaurus::new).toList();
        thesauri.forEach(each -> ThesaurusFile.readOwn("synonyms-%s.txt".formatted(each.language()), each));
        more.forEach(file -> ThesaurusFile.read(file, thesauri));
        return new Words(Set.copyOf(asking), thesauri, new Compounds(compoundParts()));
    }

    /** What Swedish words are compounded of. */
    public static Set<String> compoundParts() {
        return Set.copyOf(lines(ThesaurusFile.ownText(PARTS)));
    }

    private static List<String> lines(String text) {
        return text.lines()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /**
     * Snowball's stop words, as Lucene brings them.
     *
     * @param language its English name, lower-cased
     */
    public static Set<String> stopWords(String language) {
        String name = STOP_WORDS.formatted(language);
        try (InputStream stream = Objects.requireNonNull(Words.class.getResourceAsStream(name), name);
                InputStreamReader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            return WordlistLoader.getSnowballWordSet(reader).stream()
                    .map(word -> new String((char[]) word))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException("The words in " + name + " cannot be read from the hub's own files", e);
        }
    }

    /**
     * @param corrected what is meant by words that nobody has used, by the word as it was written
     */
    public Asked understand(String question, Map<String, String> corrected) {
        List<String> words = Stems.words(question);
        List<Concept> concepts = new ArrayList<>();
        for (int at = 0; at < words.size() && concepts.size() < MOST_CONCEPTS; ) {
            Expression expression = longestFrom(words, at);
            if (expression.end > at) {
                concepts.add(new Concept(expression.said, expression.others));
                at = expression.end;
            } else {
                String word = words.get(at++);
                if (!asking.contains(word)) {
                    concepts.add(one(word, corrected));
                }
            }
        }
        if (concepts.isEmpty()) {
            words.stream().limit(MOST_CONCEPTS).forEach(word -> concepts.add(new Concept(List.of(word), List.of())));
        }
        return new Asked(question, concepts);
    }

    public Asked understand(String question) {
        return understand(question, Map.of());
    }

    private Concept one(String word, Map<String, String> corrected) {
        Map<String, Alternative> others = new LinkedHashMap<>();
        String meant = corrected.get(word);
        if (meant != null) {
            Concept right = one(meant, Map.of());
            others.put(meant, new Alternative(meant, "", 1));
            right.others().forEach(other -> others.putIfAbsent(other.text(), other));
        }
        for (Thesaurus thesaurus : thesauri) {
            thesaurus
                    .othersOf(List.of(Stems.stem(word, thesaurus.language())))
                    .forEach(other -> others.putIfAbsent(other, new Alternative(other, thesaurus.language(), SYNONYM)));
        }
        List<Alternative> all = new ArrayList<>(
                others.values().stream().limit(MOST_ALTERNATIVES).toList());
        parts(word).forEach(all::add);
        return new Concept(List.of(word), all);
    }

    /** All parts of a compound; and what it is about, where its last part only tells what is done about that. */
    private List<Alternative> parts(String word) {
        List<String> parts = compounds.split(word);
        List<Alternative> found = new ArrayList<>();
        if (parts.size() > 1) {
            found.add(new Alternative(String.join(" ", parts), "sv", COMPOUND));
            String last = parts.get(parts.size() - 1);
            if (ACTS.stream().anyMatch(last::startsWith)) {
                found.add(new Alternative(String.join(" ", parts.subList(0, parts.size() - 1)), "sv", COMPOUND));
            }
        }
        return found;
    }

    private Expression longestFrom(List<String> words, int from) {
        Expression best = new Expression(from, List.of(), List.of());
        for (Thesaurus thesaurus : thesauri) {
            int most = thesaurus.longest(Stems.stem(words.get(from), thesaurus.language()));
            for (int size = most; size > 1; size--) {
                Expression found = expression(thesaurus, words, from, size);
                if (found.end > best.end) {
                    best = found;
                    break;
                }
            }
        }
        return best;
    }

    /** An expression of so many words, between which words that only ask may stand. */
    private Expression expression(Thesaurus thesaurus, List<String> words, int from, int size) {
        for (int skipped = 0; skipped <= GAP; skipped++) {
            int end = from + size + skipped;
            if (end > words.size()) {
                break;
            }
            List<String> said = words.subList(from, end);
            for (List<String> candidate : without(said, skipped)) {
                List<String> stems = Stems.stems(candidate, thesaurus.language());
                if (thesaurus.knows(stems)) {
                    List<Alternative> others = thesaurus.othersOf(stems).stream()
                            .limit(MOST_ALTERNATIVES)
                            .map(other -> new Alternative(other, thesaurus.language(), 1))
                            .toList();
                    return new Expression(end, carrying(candidate), others);
                }
            }
        }
        return new Expression(from, List.of(), List.of());
    }

    /** The words without so many that only ask, never the first or the last. */
    private List<List<String>> without(List<String> said, int skipped) {
        List<List<String>> kept = List.of(said);
        for (int i = 0; i < skipped; i++) {
            kept = kept.stream().flatMap(this::withoutOne).toList();
        }
        return kept;
    }

    private Stream<List<String>> withoutOne(List<String> said) {
        return IntStream.range(1, said.size() - 1)
                .filter(at -> asking.contains(said.get(at)))
                .mapToObj(at -> Stream.concat(said.subList(0, at).stream(), said.subList(at + 1, said.size()).stream())
                        .toList());
    }

    private List<String> carrying(List<String> said) {
        List<String> carrying =
                said.stream().filter(word -> !asking.contains(word)).toList();
        return carrying.isEmpty() ? said : carrying;
    }

    private record Expression(int end, List<String> said, List<Alternative> others) {}
}
