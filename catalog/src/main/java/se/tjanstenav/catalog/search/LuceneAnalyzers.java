package se.tjanstenav.catalog.search;

import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.compound.DictionaryCompoundWordTokenFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import se.tjanstenav.catalog.words.Words;

/**
 * Makes terms of texts in this process, by the rules of {@link Analysis}: for the index of Lucene, and to show where a text
 * answers to a question whichever backend found it.
 */
final class LuceneAnalyzers {

    /** More than the words that a catalogue uses often; a few megabytes for each analyzer. */
    private static final int REMEMBERED = 20_000;

    private static final Map<String, Analyzer> BY_NAME = all();

    private LuceneAnalyzers() {}

    /** All analyzers that {@link SearchLanguage} names. */
    static Map<String, Analyzer> byName() {
        return BY_NAME;
    }

    static Analyzer named(String name) {
        return Objects.requireNonNull(BY_NAME.get(name), name);
    }

    private static Map<String, Analyzer> all() {
        CharArraySet parts = new CharArraySet(Words.compoundParts(), false);
        UnaryOperator<TokenStream> swedishWords = stopped("swedish");
        return Map.of(
                SearchLanguage.SV.analyzer(),
                wordByWord(words -> stemmedSwedish(new DictionaryCompoundWordTokenFilter(
                        swedishWords.apply(words),
                        parts,
                        Analysis.MIN_WORD,
                        Analysis.MIN_PART,
                        Analysis.MAX_PART,
                        true))),
                SearchLanguage.SV.searchAnalyzer(),
                wordByWord(words -> stemmedSwedish(swedishWords.apply(words))),
                SearchLanguage.EN.analyzer(),
                stemmed("english", "English"),
                SearchLanguage.FI.analyzer(),
                stemmed("finnish", "Finnish"),
                SearchLanguage.OTHER.analyzer(),
                analyzer(words -> words));
    }

    private static TokenStream stemmedSwedish(TokenStream words) {
        return new SnowballFilter(new DefiniteFormFilter(words), "Swedish");
    }

    private static Analyzer stemmed(String stopWords, String stemmer) {
        UnaryOperator<TokenStream> stopped = stopped(stopWords);
        return wordByWord(words -> new SnowballFilter(stopped.apply(words), stemmer));
    }

    private static UnaryOperator<TokenStream> stopped(String language) {
        CharArraySet stopWords = new CharArraySet(Words.stopWords(language), false);
        return words -> new StopFilter(words, stopWords);
    }

    /** @param filters applied to lower-cased words, one by one */
    private static Analyzer wordByWord(UnaryOperator<TokenStream> filters) {
        return analyzer(WordByWordFilter.applying(filters, REMEMBERED));
    }

    /** @param filters applied to lower-cased words */
    private static Analyzer analyzer(UnaryOperator<TokenStream> filters) {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                StandardTokenizer tokenizer = new StandardTokenizer();
                return new TokenStreamComponents(tokenizer, filters.apply(new LowerCaseFilter(tokenizer)));
            }
        };
    }
}
