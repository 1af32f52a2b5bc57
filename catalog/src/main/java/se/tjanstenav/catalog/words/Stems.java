package se.tjanstenav.catalog.words;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.LowerCaseFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.FinnishStemmer;
import org.tartarus.snowball.ext.SwedishStemmer;

/** Cuts texts into words and words to their stems, as the index does. */
public final class Stems {

    /**
     * Definite forms that the Snowball stemmer leaves alone: of neuter nouns ("fordonet"; "-het" is no such form) and of
     * nouns on -a ("firman"); and so "ansökan" and "anmälan" become what "ansöka" and "anmäla" are.
     */
    public static final String DEFINITE = "(?<=[a-zåäö]{3})((?<!h)et|an)s?$";

    private static final int BEFORE_DEFINITE = 3;
    private static final Map<String, Supplier<SnowballStemmer>> STEMMERS =
            Map.of("sv", SwedishStemmer::new, "en", EnglishStemmer::new, "fi", FinnishStemmer::new);

    private Stems() {}

    /** The words of a text, lower-cased, in order. */
    public static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StandardTokenizer tokenizer = new StandardTokenizer();
        tokenizer.setReader(new StringReader(text));
        try (TokenStream stream = new LowerCaseFilter(tokenizer)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("Words of a text in memory cannot be read", e);
        }
        return words;
    }

    /** The stem of a lower-cased word, or the word where its language has no stemmer. */
    static String stem(String word, String language) {
        var stemmer = STEMMERS.get(language);
        if (stemmer == null) {
            return word;
        }
        SnowballStemmer snowball = stemmer.get();
        snowball.setCurrent(
                language.equals("sv") ? word.substring(0, indefinite(word.toCharArray(), word.length())) : word);
        snowball.stem();
        return snowball.getCurrent();
    }

    /**
     * How many of a lower-cased word's characters are left without the ending that {@link #DEFINITE} describes. Says the
     * same at a small part of its cost, since texts consist of words.
     *
     * @param word holds the word in its first {@code length} characters
     */
    public static int indefinite(char[] word, int length) {
        int end = length > 0 && word[length - 1] == 's' ? length - 1 : length;
        int start = end - 2;
        if (start < BEFORE_DEFINITE) {
            return length;
        }
        boolean an = word[start] == 'a' && word[start + 1] == 'n';
        boolean et = word[start] == 'e' && word[start + 1] == 't' && word[start - 1] != 'h';
        if (!an && !et) {
            return length;
        }
        for (int before = 1; before <= BEFORE_DEFINITE; before++) {
            if (!isLetter(word[start - before])) {
                return length;
            }
        }
        return start;
    }

    private static boolean isLetter(char letter) {
        return letter >= 'a' && letter <= 'z' || letter == 'å' || letter == 'ä' || letter == 'ö';
    }

    static List<String> stems(List<String> words, String language) {
        return words.stream().map(word -> stem(word, language)).toList();
    }
}
