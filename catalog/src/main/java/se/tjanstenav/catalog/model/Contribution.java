package se.tjanstenav.catalog.model;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one source record says: about one service any of the field groups, at least one; or about one event its journey.
 *
 * @param externalId the record's identity in its feed, at most 200 characters; stable between harvests
 * @param service the service it speaks of; of a journey the agency that tells of it, and its own code of the event
 * @param changedAt when the source says it last changed
 * @param sameAs another service that this one is the same as: what is said here belongs there ({@code owl:sameAs})
 * @param definesConcept code of the national concept that the description defines, for others to inherit from
 * @param journey stands alone: a record is about a service or about an event
 */
public record Contribution(
        String externalId,
        ServiceKey service,
        @Nullable ServiceDescription description,
        List<Channel> channels,
        List<ProcessingTime> processingTimes,
        List<Commitment> commitments,
        @Nullable Instant changedAt,
        @Nullable ServiceKey sameAs,
        @Nullable String definesConcept,
        @Nullable Journey journey) {

    public Contribution(
            String externalId,
            ServiceKey service,
            @Nullable ServiceDescription description,
            @Nullable List<Channel> channels,
            @Nullable List<ProcessingTime> processingTimes,
            @Nullable List<Commitment> commitments,
            @Nullable Instant changedAt,
            @Nullable ServiceKey sameAs,
            @Nullable String definesConcept,
            @Nullable Journey journey) {
        this.externalId = Constraints.text(externalId, "external id", 200);
        this.service = service;
        this.description = description;
        this.channels = Constraints.list(channels, "channels", 200);
        this.processingTimes = Constraints.list(processingTimes, "processingTimes", 500);
        this.commitments = Constraints.list(commitments, "commitments", 200);
        this.changedAt = changedAt;
        this.sameAs = service.equals(sameAs) ? null : sameAs;
        this.definesConcept = Constraints.optionalText(definesConcept, "definesConcept", 200);
        if (definesConcept != null && description == null) {
            throw new IllegalArgumentException("A contribution that defines a concept needs a description");
        }
        this.journey = journey;
        if (groups().isEmpty()) {
            throw new IllegalArgumentException(
                    "A contribution needs a description, channels, processing times, commitments or a journey");
        }
        if (journey != null && groups().size() > 1) {
            throw new IllegalArgumentException("A journey stands alone; tell of services in records of their own");
        }
    }

    /** One about an event. */
    public static Contribution of(String externalId, ServiceKey key, Journey journey, @Nullable Instant changedAt) {
        return new Contribution(externalId, key, null, null, null, null, changedAt, null, null, journey);
    }

    /** One that speaks for itself alone. */
    public Contribution(
            String externalId,
            ServiceKey service,
            @Nullable ServiceDescription description,
            @Nullable List<Channel> channels,
            @Nullable List<ProcessingTime> processingTimes,
            @Nullable List<Commitment> commitments,
            @Nullable Instant changedAt) {
        this(externalId, service, description, channels, processingTimes, commitments, changedAt, null, null, null);
    }

    /** One about a service that is, or defines, something more. */
    public Contribution(
            String externalId,
            ServiceKey service,
            @Nullable ServiceDescription description,
            @Nullable List<Channel> channels,
            @Nullable List<ProcessingTime> processingTimes,
            @Nullable List<Commitment> commitments,
            @Nullable Instant changedAt,
            @Nullable ServiceKey sameAs,
            @Nullable String definesConcept) {
        this(
                externalId,
                service,
                description,
                channels,
                processingTimes,
                commitments,
                changedAt,
                sameAs,
                definesConcept,
                null);
    }

    /** The field groups this contribution fills. */
    public Set<FieldGroup> groups() {
        EnumSet<FieldGroup> groups = EnumSet.noneOf(FieldGroup.class);
        if (description != null) {
            groups.add(FieldGroup.DESCRIPTION);
        }
        if (!channels.isEmpty()) {
            groups.add(FieldGroup.CHANNELS);
        }
        if (!processingTimes.isEmpty()) {
            groups.add(FieldGroup.PROCESSING_TIMES);
        }
        if (!commitments.isEmpty()) {
            groups.add(FieldGroup.COMMITMENTS);
        }
        if (journey != null) {
            groups.add(FieldGroup.JOURNEY);
        }
        return groups;
    }
}
