package se.tjanstenav.routes.traffic;

import io.github.bucket4j.TimeMeter;
import io.micrometer.tracing.Tracer;
import jakarta.servlet.Filter;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.observation.ServerRequestObservationConvention;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import se.tjanstenav.routes.http.FilterOrder;
import se.tjanstenav.routes.http.Roots;

/** The filters that every request, or every request of the citizen API, passes. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TrafficProperties.class)
class TrafficConfiguration {

    /** Where a copy made of the whole catalogue goes on. */
    private static final String CHANGES_AFTER = "Changes-After";

    /** What a web page may read of an answer besides its body. */
    private static final List<String> READABLE = List.of(
            "Changes-After",
            HttpHeaders.CONTENT_DISPOSITION,
            HttpHeaders.CONTENT_LANGUAGE,
            HttpHeaders.ETAG,
            HttpHeaders.LAST_MODIFIED,
            HttpHeaders.LINK,
            HttpHeaders.LOCATION,
            HttpHeaders.RETRY_AFTER,
            CHANGES_AFTER,
            TraceparentFilter.TRACEPARENT);

    private static final String CATALOG_PATHS = Roots.CATALOG + "/*";
    private static final String EVERY_PATH = "/*";

    @Bean
    FilterRegistrationBean<Filter> traceparent(Tracer tracer) {
        return filter(new TraceparentFilter(tracer), FilterOrder.TRACEPARENT, EVERY_PATH);
    }

    @Bean
    ServerRequestObservationConvention measuredRequests() {
        return new MeasuredRequests();
    }

    @Bean
    FilterRegistrationBean<Filter> crossOrigin() {
        CorsConfiguration anybody = new CorsConfiguration();
        anybody.setAllowedOrigins(List.of(CorsConfiguration.ALL));
        anybody.setAllowedMethods(List.of("GET", "HEAD", "OPTIONS"));
        anybody.setAllowedHeaders(List.of(CorsConfiguration.ALL));
        anybody.setExposedHeaders(READABLE);
        anybody.setMaxAge(Duration.ofHours(1));
        return filter(new CorsFilter(request -> anybody), FilterOrder.CROSS_ORIGIN, CATALOG_PATHS);
    }

    @Bean
    FilterRegistrationBean<Filter> addressLength(
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver answers) {
        return filter(new AddressLengthFilter(answers), FilterOrder.ADDRESS_LENGTH, EVERY_PATH);
    }

    @Bean
    @ConditionalOnBooleanProperty(name = "tjanstenav.api.rate-limit.enabled", matchIfMissing = true)
    FilterRegistrationBean<Filter> rateLimit(
            TrafficProperties properties, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver answers) {
        ClientAllowances allowances = new ClientAllowances(properties, TimeMeter.SYSTEM_NANOTIME);
        return filter(new RateLimitFilter(allowances, properties, answers), FilterOrder.RATE_LIMIT, CATALOG_PATHS);
    }

    @Bean
    FilterRegistrationBean<Filter> entityTags() {
        return filter(new EntityTagFilter(), FilterOrder.ENTITY_TAGS, CATALOG_PATHS);
    }

    private static FilterRegistrationBean<Filter> filter(Filter filter, int order, String paths) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        registration.addUrlPatterns(paths);
        return registration;
    }
}
