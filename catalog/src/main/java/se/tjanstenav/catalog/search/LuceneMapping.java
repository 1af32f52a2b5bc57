package se.tjanstenav.catalog.search;

import java.lang.invoke.MethodHandles;
import java.nio.file.Path;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurer;
import org.hibernate.search.engine.backend.types.Projectable;
import org.hibernate.search.engine.backend.types.Searchable;
import org.hibernate.search.engine.environment.bean.BeanReference;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.AnnotatedTypeSource;
import org.hibernate.search.mapper.pojo.mapping.definition.programmatic.ProgrammaticMappingConfigurationContext;
import org.hibernate.search.mapper.pojo.mapping.definition.programmatic.TypeMappingStep;
import org.hibernate.search.mapper.pojo.standalone.mapping.CloseableSearchMapping;
import org.hibernate.search.mapper.pojo.standalone.mapping.SearchMapping;
import org.hibernate.search.mapper.pojo.standalone.mapping.StandalonePojoMappingConfigurationContext;
import org.hibernate.search.mapper.pojo.standalone.mapping.StandalonePojoMappingConfigurer;
import org.hibernate.search.mapper.pojo.work.IndexingPlanSynchronizationStrategy;

/** Starts Hibernate Search on embedded Lucene with the two indexed types. */
final class LuceneMapping implements StandalonePojoMappingConfigurer {

    private LuceneMapping() {}

    static CloseableSearchMapping start(Path directory) {
        LuceneAnalysisConfigurer analysis = new Analysis();
        StandalonePojoMappingConfigurer mapping = new LuceneMapping();
        return SearchMapping.builder(AnnotatedTypeSource.empty(), MethodHandles.lookup())
                .property("hibernate.search.mapping.configurer", BeanReference.ofInstance(mapping))
                .property("hibernate.search.backend.type", "lucene")
                .property("hibernate.search.backend.lucene_version", "LATEST")
                .property("hibernate.search.backend.directory.root", directory.toString())
                .property("hibernate.search.backend.analysis.configurer", BeanReference.ofInstance(analysis))
                .property(
                        "hibernate.search.indexing.plan.synchronization.strategy",
                        BeanReference.ofInstance(IndexingPlanSynchronizationStrategy.sync()))
                .build();
    }

    @Override
    public void configure(StandalonePojoMappingConfigurationContext context) {
        ProgrammaticMappingConfigurationContext mapping = context.programmaticMapping();
        TypeMappingStep service = mapping.type(IndexedService.class);
        service.searchEntity().name("service");
        service.indexed().index("services");
        service.property("id").documentId();
        service.binder(new ServiceBinder());

        TypeMappingStep position = mapping.type(IndexPosition.class);
        position.searchEntity().name("position");
        position.indexed().index("position");
        position.property("id").documentId();
        for (String field : new String[] {"store", "format", "sequence"}) {
            position.property(field).genericField().projectable(Projectable.YES).searchable(Searchable.NO);
        }
    }
}
