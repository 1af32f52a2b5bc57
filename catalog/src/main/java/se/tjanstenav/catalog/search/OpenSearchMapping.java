package se.tjanstenav.catalog.search;

import java.lang.invoke.MethodHandles;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.elasticsearch.client.RestClient;
import org.hibernate.search.backend.elasticsearch.ElasticsearchBackend;
import org.hibernate.search.backend.elasticsearch.ElasticsearchExtension;
import org.hibernate.search.backend.elasticsearch.analysis.ElasticsearchAnalysisConfigurer;
import org.hibernate.search.backend.elasticsearch.client.rest4.ElasticsearchHttpClientConfigurer;
import org.hibernate.search.backend.elasticsearch.index.layout.IndexLayoutStrategy;
import org.hibernate.search.backend.elasticsearch.schema.management.ElasticsearchIndexSchemaExport;
import org.hibernate.search.engine.environment.bean.BeanReference;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.AnnotatedTypeSource;
import org.hibernate.search.mapper.pojo.standalone.mapping.CloseableSearchMapping;
import org.hibernate.search.mapper.pojo.standalone.mapping.SearchMapping;
import org.hibernate.search.mapper.pojo.standalone.mapping.SearchMappingBuilder;
import org.hibernate.search.mapper.pojo.standalone.mapping.StandalonePojoMappingConfigurer;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/**
 * Starts Hibernate Search on OpenSearch without asking it anything, so that the hub starts without it too. Hibernate
 * Search knows one name only, the alias that searches go to; which index stands behind it is {@link OpenSearchBackend}'s
 * business.
 */
final class OpenSearchMapping {

    private static final String BACKEND = "hibernate.search.backend.";

    private OpenSearchMapping() {}

    static CloseableSearchMapping start(OpenSearchProperties properties, String alias) {
        ElasticsearchAnalysisConfigurer analysis = new OpenSearchAnalysis();
        StandalonePojoMappingConfigurer mapping = new IndexMapping(false);
        IndexLayoutStrategy layout = new OneAlias(alias);
        SearchMappingBuilder builder = SearchMapping.builder(AnnotatedTypeSource.empty(), MethodHandles.lookup())
                .property("hibernate.search.mapping.configurer", BeanReference.ofInstance(mapping))
                .property("hibernate.search.schema_management.strategy", "none")
                .property(BACKEND + "type", "elasticsearch")
                .property(
                        BACKEND + "uris",
                        properties.uris().stream().map(Object::toString).collect(Collectors.joining(",")))
                .property(BACKEND + "version", "opensearch:" + properties.version())
                .property(BACKEND + "version_check.enabled", false)
                .property(BACKEND + "connection_timeout", 3_000)
                .property(BACKEND + "read_timeout", 20_000)
                .property(BACKEND + "request_timeout", 20_000)
                .property(BACKEND + "layout.strategy", BeanReference.ofInstance(layout))
                .property(BACKEND + "analysis.configurer", BeanReference.ofInstance(analysis));
        if (properties.username() != null) {
            builder.property(BACKEND + "username", properties.username());
        }
        if (properties.password() != null) {
            builder.property(BACKEND + "password", properties.password());
        }
        if (properties.caCertificate() != null) {
            SSLContext trusting = trusting(properties.caCertificate().toUri().toString());
            ElasticsearchHttpClientConfigurer client =
                    context -> context.clientBuilder().setSSLContext(trusting);
            builder.property(BACKEND + "client.configurer", BeanReference.ofInstance(client));
        }
        return builder.build();
    }

    private static SSLContext trusting(String certificate) {
        return SslBundle.of(new PemSslStoreBundle(null, PemSslStoreDetails.forCertificate(certificate)))
                .createSslContext();
    }

    /** Settings and fields of an index, as OpenSearch takes them when it creates one. */
    static String schema(CloseableSearchMapping mapping) {
        StringBuilder schema = new StringBuilder();
        try (SearchSession session = mapping.createSession()) {
            session.schemaManager(IndexedService.class).exportExpectedSchema((backend, index, export) -> {
                ElasticsearchIndexSchemaExport opensearch =
                        export.extension(ElasticsearchExtension.<Object, Object, Object, Object, Object>get());
                schema.append(opensearch.bodyParts().get(0));
            });
        }
        return schema.toString();
    }

    static OpenSearchRequests requests(CloseableSearchMapping mapping) {
        return new OpenSearchRequests(
                mapping.backend().unwrap(ElasticsearchBackend.class).client(RestClient.class));
    }

    /** Whatever Hibernate Search does, it does to the alias. */
    private record OneAlias(String alias) implements IndexLayoutStrategy {

        @Override
        public String createInitialElasticsearchIndexName(String index) {
            return alias;
        }

        @Override
        public @Nullable String createWriteAlias(String index) {
            return null;
        }

        @Override
        public @Nullable String createReadAlias(String index) {
            return null;
        }
    }
}
