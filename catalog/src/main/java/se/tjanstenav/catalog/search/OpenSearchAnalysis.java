package se.tjanstenav.catalog.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hibernate.search.backend.elasticsearch.analysis.ElasticsearchAnalysisConfigurationContext;
import org.hibernate.search.backend.elasticsearch.analysis.ElasticsearchAnalysisConfigurer;
import se.tjanstenav.catalog.words.Stems;
import se.tjanstenav.catalog.words.Words;

/**
 * How OpenSearch makes terms of texts. It is told the same words in the index's settings, so that nothing has to be
 * installed on its nodes.
 */
final class OpenSearchAnalysis implements ElasticsearchAnalysisConfigurer {

    @Override
    public void configure(ElasticsearchAnalysisConfigurationContext context) {
        stop(context, "stop_sv", Words.stopWords("swedish"));
        context.tokenFilter("definite_sv")
                .type("pattern_replace")
                .param("pattern", Stems.DEFINITE)
                .param("replacement", "");
        context.tokenFilter("parts_sv")
                .type("dictionary_decompounder")
                .param("word_list", sorted(Words.compoundParts()))
                .param("min_word_size", Analysis.MIN_WORD)
                .param("min_subword_size", Analysis.MIN_PART)
                .param("max_subword_size", Analysis.MAX_PART)
                .param("only_longest_match", true);
        stemmer(context, "stem_sv", "Swedish");
        analyzer(context, SearchLanguage.SV.analyzer(), "stop_sv", "parts_sv", "definite_sv", "stem_sv");
        analyzer(context, SearchLanguage.SV.searchAnalyzer(), "stop_sv", "definite_sv", "stem_sv");
        stemmed(context, SearchLanguage.EN, "english", "English");
        stemmed(context, SearchLanguage.FI, "finnish", "Finnish");
        analyzer(context, SearchLanguage.OTHER.analyzer());
    }

    private static void stemmed(
            ElasticsearchAnalysisConfigurationContext context,
            SearchLanguage language,
            String stopWords,
            String stemmer) {
        String stop = "stop_" + language.tag();
        String stem = "stem_" + language.tag();
        stop(context, stop, Words.stopWords(stopWords));
        stemmer(context, stem, stemmer);
        analyzer(context, language.analyzer(), stop, stem);
    }

    private static void analyzer(ElasticsearchAnalysisConfigurationContext context, String name, String... filters) {
        List<String> all = new ArrayList<>(List.of("lowercase"));
        all.addAll(List.of(filters));
        context.analyzer(name).custom().tokenizer("standard").tokenFilters(all.toArray(String[]::new));
    }

    private static void stop(ElasticsearchAnalysisConfigurationContext context, String name, Set<String> words) {
        context.tokenFilter(name).type("stop").param("stopwords", sorted(words));
    }

    private static void stemmer(ElasticsearchAnalysisConfigurationContext context, String name, String language) {
        context.tokenFilter(name).type("snowball").param("language", language);
    }

    /** So that the index's settings are the same each time. */
    private static String[] sorted(Set<String> words) {
        return words.stream().sorted().toArray(String[]::new);
    }
}
