package se.tjanstenav.routes.access;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import se.tjanstenav.connectors.access.AccessKeys;
import se.tjanstenav.connectors.access.Caller;
import se.tjanstenav.routes.http.Roots;

/**
 * Lets nobody unknown into the registry API, and touches no other path: the filters are registered for its paths alone.
 * There are no sessions, cookies, forms or passwords, and hence nothing to forge requests with.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableConfigurationProperties(AccessProperties.class)
class SecurityConfiguration implements WebMvcConfigurer {

    private static final String REGISTRY_PATHS = "/registry/*";

    /** What editors, catalogues of APIs and newcomers read before they have a key. */
    private static final String[] PUBLIC = {
        Roots.REGISTRY + "/api-info",
        Roots.REGISTRY + "/openapi.json",
        Roots.REGISTRY + "/openapi.yaml",
        Roots.REGISTRY + "/connector.schema.json",
        Roots.REGISTRY + "/contribution.schema.json"
    };

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerArgument());
    }

    @Bean
    DelegatingFilterProxyRegistrationBean registryFilters() {
        DelegatingFilterProxyRegistrationBean filters =
                new DelegatingFilterProxyRegistrationBean("springSecurityFilterChain");
        filters.addUrlPatterns(REGISTRY_PATHS);
        return filters;
    }

    @Bean
    SecurityFilterChain registryChain(
            HttpSecurity http,
            AccessProperties properties,
            AccessKeys keys,
            Clock clock,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver answers) {
        Refusals refusals = new Refusals(answers, new FailedAttempts(properties.failuresPerMinute()));
        AuthenticationManager callers = new CallerAuthentications(keys, tokens(properties.jwt(), clock));
        return http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.defaultsDisabled()
                        .contentTypeOptions(options -> {})
                        .addHeaderWriter(new StaticHeadersWriter(HttpHeaders.CACHE_CONTROL, "no-store")))
                .addFilterAt(filter(callers, refusals), BasicAuthenticationFilter.class)
                .exceptionHandling(faults -> faults.authenticationEntryPoint(refusals))
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET, PUBLIC)
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD, PUBLIC)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .build();
    }

    /** Not a bean, since every filter that is a bean is put before every path. */
    private static BearerTokenAuthenticationFilter filter(AuthenticationManager callers, Refusals refusals) {
        BearerTokenAuthenticationFilter filter = new BearerTokenAuthenticationFilter(callers, new Credentials());
        filter.setAuthenticationEntryPoint(refusals);
        filter.setAuthenticationFailureHandler(refusals::commence);
        return filter;
    }

    private static @Nullable AuthenticationManager tokens(AccessProperties.@Nullable Jwt jwt, Clock clock) {
        return jwt == null ? null : TokenCheck.of(jwt, IssuerKeys.at(jwt.jwkSetUri()), clock);
    }
}
