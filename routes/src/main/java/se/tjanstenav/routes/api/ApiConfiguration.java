package se.tjanstenav.routes.api;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import se.tjanstenav.routes.http.ApiProperties;
import se.tjanstenav.routes.http.Roots;

/** What holds for the whole API: readable from any web page, and documented where people first look. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ApiProperties.class)
class ApiConfiguration implements WebMvcConfigurer {

    @Override
    public void addCorsMappings(CorsRegistry registry) {
        registry.addMapping(Roots.CATALOG + "/**")
                .allowedMethods("GET", "HEAD", "OPTIONS")
                .exposedHeaders("ETag", "Content-Language", "Last-Modified")
                .maxAge(3600);
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/", Roots.CATALOG + "/docs");
        registry.addViewController(Roots.CATALOG + "/openapi.json")
                .setViewName("forward:" + Roots.CATALOG + "/openapi/" + ApiDocumentation.GROUP);
        registry.addViewController(Roots.CATALOG + "/openapi.yaml")
                .setViewName("forward:" + Roots.CATALOG + "/openapi.yaml/" + ApiDocumentation.GROUP);
    }
}
