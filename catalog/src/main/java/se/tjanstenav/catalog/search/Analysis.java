package se.tjanstenav.catalog.search;

import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurationContext;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurer;
import org.hibernate.search.backend.lucene.analysis.model.dsl.LuceneAnalysisOptionalComponentsStep;

/** How texts become terms, per language. A change here needs a new {@link IndexPosition#FORMAT}. */
final class Analysis implements LuceneAnalysisConfigurer {

    private static final String STOP_WORDS = "org/apache/lucene/analysis/snowball/%s_stop.txt";
    private static final String WORD_PARTS = "se/tjanstenav/catalog/search/swedish-word-parts.txt";

    private static final String QUESTION_WORDS = "se/tjanstenav/catalog/search/swedish-question-words.txt";

    /** The definite form of neuter nouns ("fordonet"), which the Snowball stemmer leaves alone; "-het" is no such form. */
    private static final String DEFINITE_NEUTER = "(?<=[a-zåäö]{3})(?<!h)ets?$";

    @Override
    public void configure(LuceneAnalysisConfigurationContext context) {
        swedish(swedishWords(context, SearchLanguage.SV.analyzer())
                .tokenFilter("dictionaryCompoundWord")
                .param("dictionary", WORD_PARTS)
                .param("minWordSize", "6")
                .param("minSubwordSize", "4")
                .param("maxSubwordSize", "20")
                .param("onlyLongestMatch", "true"));
        swedish(swedishWords(context, SearchLanguage.SV.searchAnalyzer()));
        stemmed(context, SearchLanguage.EN.analyzer(), "English", "english");
        stemmed(context, SearchLanguage.FI.analyzer(), "Finnish", "finnish");
        context.analyzer(SearchLanguage.OTHER.analyzer())
                .custom()
                .tokenizer("standard")
                .tokenFilter("lowercase");
    }

    private static LuceneAnalysisOptionalComponentsStep swedishWords(
            LuceneAnalysisConfigurationContext context, String analyzer) {
        return context.analyzer(analyzer)
                .custom()
                .tokenizer("standard")
                .tokenFilter("lowercase")
                .tokenFilter("stop")
                .param("words", STOP_WORDS.formatted("swedish"))
                .param("format", "snowball")
                .tokenFilter("stop")
                .param("words", QUESTION_WORDS);
    }

    private static void swedish(LuceneAnalysisOptionalComponentsStep words) {
        words.tokenFilter("patternReplace")
                .param("pattern", DEFINITE_NEUTER)
                .param("replacement", "")
                .tokenFilter("snowballPorter")
                .param("language", "Swedish");
    }

    private static void stemmed(
            LuceneAnalysisConfigurationContext context, String analyzer, String stemmer, String stopWords) {
        context.analyzer(analyzer)
                .custom()
                .tokenizer("standard")
                .tokenFilter("lowercase")
                .tokenFilter("stop")
                .param("words", STOP_WORDS.formatted(stopWords))
                .param("format", "snowball")
                .tokenFilter("snowballPorter")
                .param("language", stemmer);
    }
}
