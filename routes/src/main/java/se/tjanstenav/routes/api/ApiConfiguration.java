package se.tjanstenav.routes.api;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What holds for the whole API: readable from any web page, and documented where people first look. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ApiProperties.class)
class ApiConfiguration implements WebMvcConfigurer {

    static final String ROOT = "/catalog/v1";

    @Override
    public void addCorsMappings(CorsRegistry registry) {
        registry.addMapping(ROOT + "/**")
                .allowedMethods("GET", "HEAD", "OPTIONS")
                .exposedHeaders("ETag", "Content-Language", "Last-Modified")
                .maxAge(3600);
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/", ROOT + "/docs");
        registry.addViewController(ROOT + "/openapi.json").setViewName("forward:" + ROOT + "/openapi");
    }
}
