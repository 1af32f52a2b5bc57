package se.tjanstenav.catalog.search;

/**
 * What Lucene and OpenSearch must agree on when they make terms of texts: words are lower-cased, stop words dropped,
 * Swedish definite forms and compounds taken apart, and what is left is stemmed by Snowball. A change here, or in one of
 * the files it names, needs a new {@link IndexPosition#FORMAT}.
 */
final class Analysis {

    /** Snowball's stop words, as Lucene brings them, by the language's English name. */
    static final String STOP_WORDS = "org/apache/lucene/analysis/snowball/%s_stop.txt";

    /** Characters of the shortest word that is taken apart. */
    static final int MIN_WORD = 6;

    static final int MIN_PART = 4;
    static final int MAX_PART = 20;

    private Analysis() {}
}
