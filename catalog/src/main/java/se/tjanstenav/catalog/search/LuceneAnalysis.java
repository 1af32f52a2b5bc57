package se.tjanstenav.catalog.search;

import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurationContext;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurer;

/** Tells the index of Lucene about {@link LuceneAnalyzers}. */
final class LuceneAnalysis implements LuceneAnalysisConfigurer {

    @Override
    public void configure(LuceneAnalysisConfigurationContext context) {
        LuceneAnalyzers.byName()
                .forEach((name, analyzer) -> context.analyzer(name).instance(analyzer));
    }
}
