package se.tjanstenav.catalog.search;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import se.tjanstenav.catalog.words.Stems;

/** Cuts off the Swedish endings that {@link Stems#DEFINITE} describes, as OpenSearch does by that pattern. */
final class DefiniteFormFilter extends TokenFilter {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    DefiniteFormFilter(TokenStream words) {
        super(words);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        term.setLength(Stems.indefinite(term.buffer(), term.length()));
        return true;
    }
}
