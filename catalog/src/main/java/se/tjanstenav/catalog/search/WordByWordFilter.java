package se.tjanstenav.catalog.search;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.io.IOException;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Makes terms of each word by itself, and remembers them: texts and questions use the same words over and over. All terms of
 * a word stand where it stood.
 */
final class WordByWordFilter extends TokenFilter {

    private final LoadingCache<String, List<String>> terms;
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private Iterator<String> ofThisWord = Collections.emptyIterator();

    /** The steps over words at the end of the text of which no term is made. */
    private int passedOver;

    private WordByWordFilter(TokenStream words, LoadingCache<String, List<String>> terms) {
        super(words);
        this.terms = terms;
    }

    /**
     * Applies filters word by word.
     *
     * @param filters that look at one word at a time, and leave all they make of it where it stood
     * @param remembered the number of words
     */
    static UnaryOperator<TokenStream> applying(UnaryOperator<TokenStream> filters, int remembered) {
        Analyzer ofOneWord = new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                KeywordTokenizer word = new KeywordTokenizer();
                return new TokenStreamComponents(word, filters.apply(word));
            }
        };
        LoadingCache<String, List<String>> terms = Caffeine.newBuilder()
                .maximumSize(remembered)
                .build(word -> Term.of(word, ofOneWord).stream().map(Term::text).toList());
        return words -> new WordByWordFilter(words, terms);
    }

    @Override
    public boolean incrementToken() throws IOException {
        int step = 0;
        while (!ofThisWord.hasNext()) {
            if (!input.incrementToken()) {
                passedOver = step;
                return false;
            }
            step += increment.getPositionIncrement();
            ofThisWord = terms.get(term.toString()).iterator();
        }
        term.setEmpty().append(ofThisWord.next());
        increment.setPositionIncrement(step);
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        ofThisWord = Collections.emptyIterator();
        passedOver = 0;
    }

    @Override
    public void end() throws IOException {
        super.end();
        increment.setPositionIncrement(increment.getPositionIncrement() + passedOver);
    }
}
