package se.tjanstenav.catalog.search;

import java.lang.invoke.MethodHandles;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurer;
import org.hibernate.search.engine.environment.bean.BeanReference;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.AnnotatedTypeSource;
import org.hibernate.search.mapper.pojo.standalone.mapping.CloseableSearchMapping;
import org.hibernate.search.mapper.pojo.standalone.mapping.SearchMapping;
import org.hibernate.search.mapper.pojo.standalone.mapping.SearchMappingBuilder;
import org.hibernate.search.mapper.pojo.standalone.mapping.StandalonePojoMappingConfigurer;
import org.hibernate.search.mapper.pojo.work.IndexingPlanSynchronizationStrategy;

/** Starts Hibernate Search on embedded Lucene, one for each generation. */
final class LuceneMapping {

    /** A question looks into each segment for each of its terms, so there shall be few; a few are merged again and again. */
    private static final int SEGMENTS_OF_A_SIZE = 4;

    /** Each part that is written becomes a segment, which is merged with others of its size, and again. */
    private static final int WRITTEN_TOGETHER_MEGABYTES = 32;

    private static final Duration A_WHILE = Duration.ofMinutes(1);

    private LuceneMapping() {}

    /** What is written is committed and seen when that is asked for, and hardly before. */
    static CloseableSearchMapping start(Path directory) {
        return builder(directory)
                .property("hibernate.search.backend.io.commit_interval", A_WHILE.toMillis())
                .property("hibernate.search.backend.io.refresh_interval", A_WHILE.toMillis())
                .property("hibernate.search.backend.io.writer.ram_buffer_size", WRITTEN_TOGETHER_MEGABYTES)
                .build();
    }

    /** Reads what was last written whole, without a writer: for when Lucene cannot write, as on a full disk. */
    static CloseableSearchMapping startWithoutWriter(Path directory) {
        return builder(directory)
                .property("hibernate.search.backend.io.strategy", "debug")
                .property("hibernate.search.schema_management.strategy", "none")
                .build();
    }

    private static SearchMappingBuilder builder(Path directory) {
        LuceneAnalysisConfigurer analysis = new LuceneAnalysis();
        StandalonePojoMappingConfigurer mapping = new IndexMapping(true);
        return SearchMapping.builder(AnnotatedTypeSource.empty(), MethodHandles.lookup())
                .property("hibernate.search.mapping.configurer", BeanReference.ofInstance(mapping))
                .property("hibernate.search.backend.type", "lucene")
                .property("hibernate.search.backend.lucene_version", "LATEST")
                .property("hibernate.search.backend.directory.root", directory.toString())
                .property("hibernate.search.backend.io.merge.factor", SEGMENTS_OF_A_SIZE)
                .property("hibernate.search.backend.analysis.configurer", BeanReference.ofInstance(analysis))
                .property(
                        "hibernate.search.indexing.plan.synchronization.strategy",
                        BeanReference.ofInstance(IndexingPlanSynchronizationStrategy.sync()));
    }
}
