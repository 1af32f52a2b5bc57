package se.tjanstenav.catalog.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.WordlistLoader;
import se.tjanstenav.catalog.words.Words;

/**
 * What Lucene and OpenSearch must agree on when they make terms of texts: words are lower-cased, stop words dropped,
 * Swedish definite forms and compounds taken apart, and what is left is stemmed by Snowball. A change here, or in one of
 * the files it names, needs a new {@link IndexPosition#FORMAT}.
 */
final class Analysis {

    /** Snowball's stop words, as Lucene brings them, by the language's English name. */
    private static final String STOP_WORDS = "org/apache/lucene/analysis/snowball/%s_stop.txt";

    /** Characters of the shortest word that is taken apart. */
    static final int MIN_WORD = 6;

    static final int MIN_PART = 4;
    static final int MAX_PART = 20;

    private Analysis() {}

    /** @param language its English name, lower-cased */
    static CharArraySet stopWords(String language) {
        return read(STOP_WORDS.formatted(language), WordlistLoader::getSnowballWordSet);
    }

    static CharArraySet wordParts() {
        return read(Words.WORD_PARTS, words -> WordlistLoader.getWordSet(words, "#"));
    }

    private static CharArraySet read(String resource, Reading reading) {
        ClassLoader loader = Objects.requireNonNull(Analysis.class.getClassLoader());
        try (InputStream stream = Objects.requireNonNull(loader.getResourceAsStream(resource), resource);
                Reader words = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            return reading.of(words);
        } catch (IOException e) {
            throw new UncheckedIOException("The words in " + resource + " cannot be read from the hub's own files", e);
        }
    }

    private interface Reading {

        CharArraySet of(Reader words) throws IOException;
    }
}
