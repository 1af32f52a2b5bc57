package se.tjanstenav.catalog.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody goes through when something happens, as an ordered journey of services over agency borders (CPSV-AP
 * {@code cv:Event}, that is {@code cv:LifeEvent} or {@code cv:BusinessEvent}). How long it takes is not part of it: that is
 * computed from its services.
 *
 * @param event code of the event, as in {@code lifeEvents} and {@code businessEvents} of services ({@code dct:type})
 * @param name {@code dct:title}
 * @param summary one or two sentences for lists
 * @param description plain paragraphs separated by a blank line ({@code dct:description})
 * @param steps at least one, ordered by phase ({@code cv:hasRelatedService}, of which CPSV-AP knows no order)
 * @param homepage the agency's own page about the event
 * @param checkedOn the day the agency last checked it
 */
public record Journey(
        Kind kind,
        String event,
        LocalizedText name,
        @Nullable LocalizedText summary,
        @Nullable LocalizedText description,
        List<Step> steps,
        @Nullable URI homepage,
        @Nullable LocalDate checkedOn) {

    public Journey {
        WebAddress.check(homepage, "homepage");
        event = Constraints.text(event, "event", 200);
        steps = Constraints.list(steps, "steps", 100);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("A journey needs at least one step");
        }
        if (steps.get(0).alongside()) {
            throw new IllegalArgumentException("The first step has none before it to run alongside");
        }
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i).phase().compareTo(steps.get(i - 1).phase()) < 0) {
                throw new IllegalArgumentException(
                        "Step %d comes in an earlier phase than the step before it; order them".formatted(i + 1));
            }
        }
    }

    /** Whose event it is. */
    public enum Kind {
        /** Of a private person (CPSV-AP {@code cv:LifeEvent}). */
        @JsonProperty("lifeEvent")
        LIFE_EVENT,
        /** Of a business or association (CPSV-AP {@code cv:BusinessEvent}). */
        @JsonProperty("businessEvent")
        BUSINESS_EVENT
    }

    /** When a step is taken, seen from the event; in order. */
    public enum Phase {
        @JsonProperty("before")
        BEFORE,
        @JsonProperty("during")
        DURING,
        @JsonProperty("after")
        AFTER
    }

    /**
     * One service on the way.
     *
     * @param service any agency's, which need not be in the catalogue
     * @param name what it is called, for where the catalogue does not know it
     * @param note what to mind at this step
     * @param optional whether not everybody has to take it
     * @param alongside whether it can be begun together with the step before it, rather than after that
     */
    public record Step(
            Phase phase,
            ServiceKey service,
            @Nullable LocalizedText name,
            @Nullable LocalizedText note,
            Boolean optional,
            Boolean alongside) {

        public Step(
                Phase phase,
                ServiceKey service,
                @Nullable LocalizedText name,
                @Nullable LocalizedText note,
                @Nullable Boolean optional,
                @Nullable Boolean alongside) {
            this.phase = phase;
            this.service = service;
            this.name = name;
            this.note = note;
            this.optional = optional != null && optional;
            this.alongside = alongside != null && alongside;
        }
    }
}
