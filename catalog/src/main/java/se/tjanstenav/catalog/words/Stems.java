package se.tjanstenav.catalog.words;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
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

    private static final Pattern ENDING = Pattern.compile(DEFINITE);
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
        snowball.setCurrent(language.equals("sv") ? ENDING.matcher(word).replaceFirst("") : word);
        snowball.stem();
        return snowball.getCurrent();
    }

    static List<String> stems(List<String> words, String language) {
        return words.stream().map(word -> stem(word, language)).toList();
    }
}
