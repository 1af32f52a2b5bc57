package se.tjanstenav.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.compound.DictionaryCompoundWordTokenFilter;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words by themselves become what they become in a text, the first time and from memory. */
class WordByWordFilterTest {

    private static final CharArraySet STOP_WORDS = new CharArraySet(List.of("och", "att"), false);
    private static final CharArraySet PARTS = new CharArraySet(List.of("skatte", "verket", "flytt", "anmälan"), false);

    private static final UnaryOperator<TokenStream> FILTERS = words -> new SnowballFilter(
            new DictionaryCompoundWordTokenFilter(new StopFilter(words, STOP_WORDS), PARTS, 6, 4, 20, true), "Swedish");

    private final Analyzer plain = analyzer(FILTERS);
    private final Analyzer wordByWord = analyzer(WordByWordFilter.applying(FILTERS, 2));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "flyttanmälan till skatteverket",
                "och flytta och att och flyttanmälan",
                "att anmäla flytt och att",
                "flytt flytt flyttanmälan flyttanmälan och flytt",
                "och",
                ""
            })
    void makesTheTermsOfAText(String text) throws IOException {
        List<String> expected = terms(text, plain);

        assertThat(terms(text, wordByWord)).isEqualTo(expected);
        assertThat(terms(text, wordByWord)).isEqualTo(expected);
    }

    private static Analyzer analyzer(UnaryOperator<TokenStream> filters) {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                WhitespaceTokenizer tokenizer = new WhitespaceTokenizer();
                return new TokenStreamComponents(tokenizer, filters.apply(tokenizer));
            }
        };
    }

    /** Each with the step to it and where its word stands, and the step that is left at the end. */
    private static List<String> terms(String text, Analyzer analyzer) throws IOException {
        List<String> terms = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
            OffsetAttribute place = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add("%s +%d %d-%d"
                        .formatted(term, step.getPositionIncrement(), place.startOffset(), place.endOffset()));
            }
            stream.end();
            terms.add("+%d %d".formatted(step.getPositionIncrement(), place.endOffset()));
        }
        return terms;
    }
}
