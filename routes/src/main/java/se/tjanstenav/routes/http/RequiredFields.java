package se.tjanstenav.routes.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Nullness;
import org.springframework.stereotype.Component;

/**
 * Says in the contracts which fields are always there: those components of a record that cannot be null, since null is
 * never written. Generated clients can then rely on them.
 */
@Component
class RequiredFields implements ModelConverter {

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        Schema<?> resolved = chain.next().resolve(type, context, chain);
        JavaType java = Json.mapper().constructType(type.getType());
        if (resolved != null && java != null && java.getRawClass().isRecord()) {
            Schema<?> model = defined(resolved, context);
            for (RecordComponent component : java.getRawClass().getRecordComponents()) {
                require(model, component);
            }
        }
        return resolved;
    }

    private static Schema<?> defined(Schema<?> resolved, ModelConverterContext context) {
        String reference = resolved.get$ref();
        if (reference == null) {
            return resolved;
        }
        String name = reference.substring(reference.lastIndexOf('/') + 1);
        return context.getDefinedModels().getOrDefault(name, resolved);
    }

    private static void require(Schema<?> model, RecordComponent component) {
        boolean always = Nullness.forMethodReturnType(component.getAccessor()) == Nullness.NON_NULL
                || component.getType().isPrimitive();
        if (!always && component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
            Stream.of(component.getType().getRecordComponents()).forEach(field -> release(model, field.getName()));
        } else if (always && isToBeTold(model, component.getName())) {
            model.addRequiredItem(component.getName());
        }
    }

    /** What is written without its object is there only where that is. */
    private static void release(Schema<?> model, String field) {
        if (model.getRequired() != null) {
            model.setRequired(model.getRequired().stream()
                    .filter(required -> !required.equals(field))
                    .toList());
        }
    }

    private static boolean isToBeTold(Schema<?> model, String field) {
        Map<String, ?> properties = model.getProperties();
        boolean told = model.getRequired() != null && model.getRequired().contains(field);
        return properties != null && properties.containsKey(field) && !told;
    }
}
