package se.tjanstenav.catalog.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;

/** The words of one state of the index, in order; those that only removed services use may be among them. */
final class Vocabulary {

    private final String[] words;

    Vocabulary(Collection<String> words) {
        this.words = words.stream().sorted().distinct().toArray(String[]::new);
    }

    static Vocabulary of(IndexReader index) {
        List<String> words = new ArrayList<>();
        try {
            Terms terms = MultiTerms.getTerms(index, IndexedFields.SPELLING);
            if (terms != null) {
                TermsEnum each = terms.iterator();
                while (each.next() != null) {
                    words.add(each.term().utf8ToString());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The words of the search index cannot be read", e);
        }
        return new Vocabulary(words);
    }

    boolean begins(String beginning) {
        int at = from(beginning);
        return at < words.length && words[at].startsWith(beginning);
    }

    /** Those that begin with the same letter and become the word by so many edits. */
    List<String> near(String word, int edits) {
        List<String> near = new ArrayList<>();
        String first = word.substring(0, Math.min(Lexicon.RIGHT, word.length()));
        for (int at = from(first); at < words.length && words[at].startsWith(first); at++) {
            if (Edits.within(edits, word, words[at])) {
                near.add(words[at]);
            }
        }
        return near;
    }

    /** Where the first word is that does not come before this one. */
    private int from(String word) {
        int found = Arrays.binarySearch(words, word);
        return found < 0 ? -found - 1 : found;
    }
}
