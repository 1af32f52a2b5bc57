package se.tjanstenav.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.ComparableLength.Assumption;
import se.tjanstenav.catalog.model.Journey;
import se.tjanstenav.catalog.model.Journey.Step;
import se.tjanstenav.catalog.model.LocalizedText;
import se.tjanstenav.catalog.model.Service;
import se.tjanstenav.catalog.model.ServiceId;

/**
 * How long a journey is expected to take, as the sum of what its services take; steps that run alongside count by the
 * longest of them. An interval, since a service can have several kinds of cases. Nothing is guessed: a step without a
 * comparable time is left out of the sum, and {@code steps} says which and why.
 *
 * @param least days if every step goes as fast as its quickest kind of case; null where no step could be counted
 * @param most days if every step takes as long as its slowest kind of case; likewise
 * @param assumptions what had to be assumed to bring the times into days
 * @param certainty how far the sum can be relied on
 * @param steps one for each step of the journey, in its order
 */
public record ExpectedTime(
        @Nullable BigDecimal least,
        @Nullable BigDecimal most,
        Set<Assumption> assumptions,
        Certainty certainty,
        List<StepTime> steps) {

    public ExpectedTime {
        assumptions = Set.copyOf(assumptions);
        steps = List.copyOf(steps);
    }

    /**
     * Adds up a journey.
     *
     * @param services those of its services that the catalogue has
     */
    public static ExpectedTime of(Journey journey, Map<ServiceId, Service> services) {
        List<StepTime> steps = new ArrayList<>();
        Sum sum = new Sum();
        for (Step step : journey.steps()) {
            StepTime time = StepTime.of(step, services.get(ServiceId.of(step.service())));
            steps.add(time);
            sum.add(step, time);
        }
        return sum.total(steps, Certainty.of(journey.steps(), steps));
    }

    /** How many steps the sum holds. */
    public long counted() {
        return steps.stream().filter(StepTime::counted).count();
    }

    /** Why a step is left out of the sum. */
    public enum NotCounted {
        /** Not everybody has to take it. */
        @JsonProperty("optional")
        OPTIONAL("Alla behöver inte ta steget.", "Not everybody has to take this step."),
        @JsonProperty("serviceNotInCatalogue")
        SERVICE_NOT_IN_CATALOGUE("Tjänsten finns inte i katalogen.", "The service is not in the catalogue."),
        @JsonProperty("noProcessingTime")
        NO_PROCESSING_TIME("Myndigheten anger ingen handläggningstid.", "The agency tells no processing time."),
        /** There is only a legal deadline, or the queue of the moment; neither tells what to expect. */
        @JsonProperty("neitherObservedNorForecast")
        NEITHER_OBSERVED_NOR_FORECAST(
                "Myndigheten anger varken uppmätt eller beräknad tid, bara en gräns i lag eller kön just nu.",
                "The agency tells neither an observed nor a forecast time, only a limit in law or the queue just now."),
        /** Its times run between different events, so that they are neither alternatives nor parts of one sum. */
        @JsonProperty("differentClocks")
        DIFFERENT_CLOCKS(
                "Myndighetens tider räknas mellan olika händelser och kan inte läggas ihop.",
                "The agency's times run between different events and cannot be added up.");

        private final LocalizedText text;

        NotCounted(String swedish, String english) {
            this.text = new LocalizedText(Map.of("sv", swedish, "en", english));
        }

        public LocalizedText text() {
            return text;
        }
    }

    /** Adds up steps one after the other, and takes the longest of those that run alongside each other. */
    private static final class Sum {

        private final EnumSet<Assumption> assumptions = EnumSet.noneOf(Assumption.class);
        private BigDecimal least = BigDecimal.ZERO;
        private BigDecimal most = BigDecimal.ZERO;
        private BigDecimal leastAlongside = BigDecimal.ZERO;
        private BigDecimal mostAlongside = BigDecimal.ZERO;

        void add(Step step, StepTime time) {
            if (!step.alongside()) {
                close();
            }
            if (time.least() != null && time.most() != null && time.counted()) {
                leastAlongside = leastAlongside.max(time.least());
                mostAlongside = mostAlongside.max(time.most());
                assumptions.addAll(time.assumptions());
            }
        }

        private void close() {
            least = least.add(leastAlongside);
            most = most.add(mostAlongside);
            leastAlongside = BigDecimal.ZERO;
            mostAlongside = BigDecimal.ZERO;
        }

        ExpectedTime total(List<StepTime> steps, Certainty certainty) {
            close();
            boolean any = certainty != Certainty.UNKNOWN;
            return new ExpectedTime(
                    any ? least : null, any ? most : null, new TreeSet<>(assumptions), certainty, steps);
        }
    }
}
