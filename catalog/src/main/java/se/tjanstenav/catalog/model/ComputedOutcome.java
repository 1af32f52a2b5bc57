package se.tjanstenav.catalog.model;

import org.jspecify.annotations.Nullable;

/**
 * Whether a commitment was kept, as the hub computes it from observed processing times.
 *
 * @param reason how it was found out, or why it could not be
 * @param observation the processing time that the target was held against; absent where none fits
 */
public record ComputedOutcome(
        Commitment.Outcome.Status status,
        OutcomeReason reason,
        @Nullable ProcessingTime observation) {}
