package se.tjanstenav.catalog.guidance;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.Areas;
import se.tjanstenav.catalog.model.Coverage;
import se.tjanstenav.catalog.model.Service;

/** How near to a municipality a service is, the nearest first. */
public enum Scope {
    /** It is for this municipality, or some of which this is one. */
    @JsonProperty("municipality")
    MUNICIPALITY,
    @JsonProperty("county")
    COUNTY,
    /** It applies in the whole country. */
    @JsonProperty("national")
    NATIONAL,
    /** No source tells where it applies. */
    @JsonProperty("unknown")
    UNKNOWN,
    /** It applies somewhere else. */
    @JsonProperty("elsewhere")
    ELSEWHERE;

    private static final String SWEDEN = "SE";

    /**
     * @param municipality its code (SCB); null where it is not known, and a local service may then apply or not
     */
    public static Scope of(@Nullable Coverage coverage, @Nullable String municipality) {
        if (coverage == null) {
            return UNKNOWN;
        }
        if (!coverage.country().equals(SWEDEN)) {
            return ELSEWHERE;
        }
        if (coverage.counties().isEmpty() && coverage.municipalities().isEmpty()) {
            return NATIONAL;
        }
        if (municipality == null) {
            return coverage.municipalities().isEmpty() ? COUNTY : MUNICIPALITY;
        }
        if (coverage.municipalities().contains(municipality)) {
            return MUNICIPALITY;
        }
        String county = Areas.county(municipality);
        boolean wholeCounty = coverage.counties().contains(county)
                && coverage.municipalities().stream().noneMatch(code -> code.startsWith(county));
        return wholeCounty ? COUNTY : ELSEWHERE;
    }

    /**
     * How near to a municipality the place of a channel is; null where one of them is not known.
     *
     * @param place the code of the municipality (SCB) in which it is
     */
    public static @Nullable Scope ofPlace(@Nullable String place, @Nullable String municipality) {
        if (place == null || municipality == null) {
            return null;
        }
        if (place.equals(municipality)) {
            return MUNICIPALITY;
        }
        return Areas.county(place).equals(Areas.county(municipality)) ? COUNTY : ELSEWHERE;
    }

    /**
     * The services in the order they came, but of those that are instances of one national concept the nearest first: it is
     * the one that the citizen has to do with.
     */
    public static List<Service> nearestFirst(List<Service> services, @Nullable String municipality) {
        Map<String, Deque<Service>> byConcept = new HashMap<>();
        services.stream()
                .filter(service -> service.description().concept() != null)
                .sorted(Comparator.comparing(service -> of(service.description().coverage(), municipality)))
                .forEach(service -> byConcept
                        .computeIfAbsent(String.valueOf(service.description().concept()), key -> new ArrayDeque<>())
                        .add(service));
        List<Service> ordered = new ArrayList<>();
        for (Service service : services) {
            String concept = service.description().concept();
            ordered.add(
                    concept == null
                            ? service
                            : Objects.requireNonNull(byConcept.get(concept)).remove());
        }
        return List.copyOf(ordered);
    }
}
