package se.tjanstenav.catalog;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.Offer;
import se.tjanstenav.catalog.model.ServiceDescription;

/**
 * What a service takes over from the description of its national concept: field by field what it does not say itself.
 * Every field of a description is inherited but those that speak of the one service alone, so a new field is inherited
 * unless it is named here.
 *
 * @param description the service's own description, filled in
 * @param fields names of what was filled in, sorted
 */
record Inheritance(ServiceDescription description, List<String> fields) {

    /** A concept applies to the whole country and is offered by nobody; its page and its check are not the service's. */
    static final Set<String> OWN =
            Set.of("name", "concept", "coverage", "offered", "homepage", "checkedOn", "deliveredBy");

    private static final RecordComponent[] COMPONENTS = ServiceDescription.class.getRecordComponents();
    private static final Constructor<ServiceDescription> CONSTRUCTOR = constructor();

    Inheritance {
        fields = List.copyOf(fields);
    }

    static Inheritance of(ServiceDescription own, ServiceDescription concept) {
        @Nullable Object[] values = new Object[COMPONENTS.length];
        List<String> inherited = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            String name = COMPONENTS[i].getName();
            values[i] = value(own, COMPONENTS[i]);
            Object fallback = value(concept, COMPONENTS[i]);
            if (!OWN.contains(name) && isUnsaid(values[i]) && !isUnsaid(fallback)) {
                values[i] = fallback;
                inherited.add(name);
            }
        }
        return new Inheritance(make(values), inherited.stream().sorted().toList());
    }

    /** JSON pointers to those fields of a contribution's description that are said there and shown otherwise. */
    static List<String> differences(ServiceDescription said, ServiceDescription shown) {
        return Arrays.stream(COMPONENTS)
                .filter(component -> !isUnsaid(value(said, component)))
                .filter(component -> !Objects.equals(value(said, component), value(shown, component)))
                .map(component -> "/description/" + component.getName())
                .sorted()
                .toList();
    }

    private static boolean isUnsaid(@Nullable Object value) {
        return value == null
                || Offer.UNKNOWN.equals(value)
                || (value instanceof Collection<?> collection && collection.isEmpty())
                || (value instanceof Map<?, ?> map && map.isEmpty());
    }

    private static @Nullable Object value(ServiceDescription description, RecordComponent component) {
        try {
            return component.getAccessor().invoke(description);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Every record's components can be read", e);
        }
    }

    private static ServiceDescription make(@Nullable Object[] values) {
        try {
            return CONSTRUCTOR.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("What two descriptions say makes a description", e);
        }
    }

    private static Constructor<ServiceDescription> constructor() {
        try {
            return ServiceDescription.class.getDeclaredConstructor(
                    Arrays.stream(COMPONENTS).map(RecordComponent::getType).toArray(Class[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("Every record has a canonical constructor", e);
        }
    }
}
