package se.tjanstenav.routes.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springdoc.core.properties.SwaggerUiConfigProperties;
import org.springdoc.core.properties.SwaggerUiOAuthProperties;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.webmvc.ui.SwaggerIndexPageTransformer;
import org.springdoc.webmvc.ui.SwaggerWelcomeCommon;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;

/** Springdoc's API page, whose filter box finds operations by path, summary, description and name too. */
@Component
class ApiPage extends SwaggerIndexPageTransformer {

    private static final Resource FILTER = new ClassPathResource("find-operations.js", ApiPage.class);
    private static final String PLUGINS = "plugins: [";

    ApiPage(
            SwaggerUiConfigProperties properties,
            SwaggerUiOAuthProperties oauth,
            SwaggerWelcomeCommon welcome,
            ObjectMapperProvider mapper) {
        super(properties, oauth, welcome, mapper);
    }

    @Override
    public Resource transform(HttpServletRequest request, Resource resource, ResourceTransformerChain chain)
            throws IOException {
        Resource made = super.transform(request, resource, chain);
        if (made == resource) {
            return made;
        }
        String script =
                made.getContentAsString(StandardCharsets.UTF_8).replace(PLUGINS, PLUGINS + "\n      findOperations,");
        String whole = FILTER.getContentAsString(StandardCharsets.UTF_8) + script;
        return new TransformedResource(made, whole.getBytes(StandardCharsets.UTF_8));
    }
}
