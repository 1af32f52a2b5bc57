package se.tjanstenav.routes.api;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import se.tjanstenav.routes.http.ApiProperties;
import se.tjanstenav.routes.http.FilterOrder;
import se.tjanstenav.routes.http.Roots;

/** What holds for the whole API: it is documented where people first look. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ApiProperties.class)
class ApiConfiguration implements WebMvcConfigurer {

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/", Roots.CATALOG + "/docs");
    }

    @Bean
    FilterRegistrationBean<ReadyAnswersFilter> readyAnswers(ServiceAnswers services, ServiceLists lists) {
        FilterRegistrationBean<ReadyAnswersFilter> registration =
                new FilterRegistrationBean<>(new ReadyAnswersFilter(services, lists));
        registration.setOrder(FilterOrder.READY_ANSWERS);
        registration.addUrlPatterns(Roots.CATALOG + "/services", Roots.CATALOG + "/services/*");
        return registration;
    }
}
