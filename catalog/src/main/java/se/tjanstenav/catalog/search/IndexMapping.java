package se.tjanstenav.catalog.search;

import org.hibernate.search.engine.backend.types.Projectable;
import org.hibernate.search.engine.backend.types.Searchable;
import org.hibernate.search.mapper.pojo.mapping.definition.programmatic.ProgrammaticMappingConfigurationContext;
import org.hibernate.search.mapper.pojo.mapping.definition.programmatic.TypeMappingStep;
import org.hibernate.search.mapper.pojo.standalone.mapping.StandalonePojoMappingConfigurationContext;
import org.hibernate.search.mapper.pojo.standalone.mapping.StandalonePojoMappingConfigurer;

/** The one mapping of both backends: services, and in an index of its own the position where the backend keeps it so. */
final class IndexMapping implements StandalonePojoMappingConfigurer {

    static final String SERVICES = "services";

    /** What Hibernate Search calls the type in each document. */
    static final String SERVICE_TYPE = "service";

    private final boolean withPosition;

    IndexMapping(boolean withPosition) {
        this.withPosition = withPosition;
    }

    @Override
    public void configure(StandalonePojoMappingConfigurationContext context) {
        ProgrammaticMappingConfigurationContext mapping = context.programmaticMapping();
        TypeMappingStep service = mapping.type(IndexedService.class);
        service.searchEntity().name(SERVICE_TYPE);
        service.indexed().index(SERVICES);
        service.property("id").documentId();
        service.binder(new ServiceBinder());
        if (withPosition) {
            position(mapping);
        }
    }

    private static void position(ProgrammaticMappingConfigurationContext mapping) {
        TypeMappingStep position = mapping.type(IndexPosition.class);
        position.searchEntity().name("position");
        position.indexed().index("position");
        position.property("id").documentId();
        for (String field : new String[] {"store", "format", "sequence"}) {
            position.property(field).genericField().projectable(Projectable.YES).searchable(Searchable.NO);
        }
    }
}
