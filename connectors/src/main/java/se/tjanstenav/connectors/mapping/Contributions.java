package se.tjanstenav.connectors.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.connectors.fault.Excerpt;
import se.tjanstenav.connectors.mapping.RecordFault.Code;
import se.tjanstenav.connectors.schema.JsonSchema;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns a mapping's result into a contribution: drops what is null, blank or empty, checks it against
 * {@code contribution.schema.json} and then against the model itself. Safe for use by several threads.
 */
public final class Contributions {

    private static final JsonSchema SCHEMA = JsonSchema.load("contribution.schema.json");
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final AgencyId agency;
    private final Set<AgencyId> allowed;

    /**
     * A checker for one connector.
     *
     * @param agency the agency that answers for a service where the mapping names no authority
     * @param speaksFor the other authorities the mapping may name
     */
    public Contributions(AgencyId agency, Set<AgencyId> speaksFor) {
        this.agency = agency;
        this.allowed = Set.copyOf(speaksFor);
    }

    /**
     * The contribution that a mapping's result stands for.
     *
     * @throws RecordFault naming every fault of the result with its pointer
     */
    public Contribution of(@Nullable String externalId, @Nullable Object mapped) {
        return of(externalId, mapped, Map.of());
    }

    /**
     * The contribution that a mapping's result stands for, with defaults where it has nothing.
     *
     * @throws RecordFault naming every fault of the result with its pointer
     */
    Contribution of(
            @Nullable String externalId, @Nullable Object mapped, Map<String, ? extends @Nullable Object> defaults) {
        if (externalId == null) {
            throw RecordFault.at(
                    Code.MISSING_ID,
                    null,
                    "The record has no identity at the pointer response.id; correct the pointer");
        }
        if (!(prune(mapped) instanceof Map<?, ?> pruned)) {
            throw RecordFault.at(
                    Code.NOT_MAPPED,
                    null,
                    "The mapping yields no object for this record; pass over records deliberately by response.where");
        }
        Map<?, ?> result = Defaults.under(pruned, defaults);
        checkSchema(result);
        return convert(externalId, result);
    }

    private static void checkSchema(Map<?, ?> result) {
        List<JsonSchema.Violation> violations = SCHEMA.check(result);
        if (!violations.isEmpty()) {
            throw RecordFault.of(
                    Code.INVALID_CONTRIBUTION,
                    violations.stream()
                            .map(violation -> new RecordFault.Part(
                                    violation.pointer(), "%s. %s".formatted(violation.problem(), violation.remedy())))
                            .toList());
        }
    }

    private Contribution convert(String externalId, Map<?, ?> result) {
        Map<String, @Nullable Object> parts = new LinkedHashMap<>();
        result.forEach((name, value) -> parts.put(String.valueOf(name), value));
        AgencyId authority = authority(parts.remove("authority"));
        parts.replaceAll((name, value) -> ServiceReferences.complete(value, authority));
        Map<String, @Nullable Object> key = new LinkedHashMap<>();
        key.put("authority", authority.value());
        key.put("code", parts.remove("code"));
        parts.put("service", key);
        parts.put("externalId", externalId);
        try {
            return MAPPER.convertValue(parts, Contribution.class);
        } catch (DatabindException e) {
            throw new RecordFault(Code.INVALID_CONTRIBUTION, reason(e), pointer(e), null, e);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new RecordFault(Code.INVALID_CONTRIBUTION, Excerpt.of(String.valueOf(e.getMessage())), null, null, e);
        }
    }

    private AgencyId authority(@Nullable Object named) {
        if (named == null) {
            return agency;
        }
        AgencyId authority = new AgencyId(named.toString());
        if (!authority.equals(agency) && !allowed.contains(authority)) {
            throw RecordFault.at(
                    Code.FOREIGN_AUTHORITY,
                    "/authority",
                    "The connector may not speak for '%s'; add it to spec.speaksFor if it may".formatted(authority));
        }
        return authority;
    }

    private static String reason(DatabindException e) {
        Throwable cause = e.getCause();
        String message = cause instanceof IllegalArgumentException ? cause.getMessage() : e.getOriginalMessage();
        return Excerpt.of(String.valueOf(message));
    }

    private static String pointer(DatabindException e) {
        StringBuilder pointer = new StringBuilder();
        e.getPath().forEach(reference -> pointer.append('/')
                .append(reference.getPropertyName() == null ? reference.getIndex() : reference.getPropertyName()));
        return pointer.toString();
    }

    /** Without what is null, blank or empty; functions that a mapping may leave in its result are dropped too. */
    private static @Nullable Object prune(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> kept = new LinkedHashMap<>();
            map.forEach((name, child) -> {
                Object pruned = prune(child);
                if (pruned != null) {
                    kept.put(String.valueOf(name), pruned);
                }
            });
            return kept.isEmpty() ? null : kept;
        }
        if (value instanceof List<?> list) {
            List<Object> kept = new ArrayList<>();
            for (Object child : list) {
                Object pruned = prune(child);
                if (pruned != null) {
                    kept.add(pruned);
                }
            }
            return kept.isEmpty() ? null : kept;
        }
        if (value instanceof String text) {
            return text.isBlank() ? null : text;
        }
        // The same number must look the same however it was computed, or an unchanged record seems changed.
        if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15) {
            return number.longValue();
        }
        return value instanceof Number || value instanceof Boolean ? value : null;
    }
}
