package se.tjanstenav.catalog.search;

import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurationContext;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurer;
import org.hibernate.search.backend.lucene.analysis.model.dsl.LuceneAnalysisOptionalComponentsStep;
import se.tjanstenav.catalog.words.Stems;
import se.tjanstenav.catalog.words.Words;

/** How Lucene makes terms of texts, by the numbers of {@link Analysis}. */
final class LuceneAnalysis implements LuceneAnalysisConfigurer {

    @Override
    public void configure(LuceneAnalysisConfigurationContext context) {
        swedish(swedishWords(context, SearchLanguage.SV.analyzer())
                .tokenFilter("dictionaryCompoundWord")
                .param("dictionary", Words.WORD_PARTS)
                .param("minWordSize", String.valueOf(Analysis.MIN_WORD))
                .param("minSubwordSize", String.valueOf(Analysis.MIN_PART))
                .param("maxSubwordSize", String.valueOf(Analysis.MAX_PART))
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
                .param("words", Analysis.STOP_WORDS.formatted("swedish"))
                .param("format", "snowball");
    }

    private static void swedish(LuceneAnalysisOptionalComponentsStep words) {
        words.tokenFilter("patternReplace")
                .param("pattern", Stems.DEFINITE)
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
                .param("words", Analysis.STOP_WORDS.formatted(stopWords))
                .param("format", "snowball")
                .tokenFilter("snowballPorter")
                .param("language", stemmer);
    }
}
