package se.tjanstenav.catalog.search;

/**
 * What Lucene and OpenSearch must agree on when they make terms of texts: words are lower-cased, stop words dropped,
 * Swedish definite forms and compounds taken apart, and what is left is stemmed by Snowball. A change here, or in the
 * words that {@link se.tjanstenav.catalog.words.Words} has for it, needs a new {@link IndexPosition#FORMAT}.
 */
final class Analysis {

    /** Characters of the shortest word that is taken apart. */
    static final int MIN_WORD = 6;

    static final int MIN_PART = 4;
    static final int MAX_PART = 20;

    private Analysis() {}
}
