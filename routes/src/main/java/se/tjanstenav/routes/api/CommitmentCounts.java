package se.tjanstenav.routes.api;

import java.util.List;
import se.tjanstenav.catalog.model.Commitment;
import se.tjanstenav.catalog.model.Commitment.Outcome.Status;

/** How many of a service's commitments have turned out how. */
record CommitmentCounts(long kept, long missed, long notMeasured) {

    static CommitmentCounts of(List<Commitment> commitments) {
        return new CommitmentCounts(
                count(commitments, Status.KEPT),
                count(commitments, Status.MISSED),
                count(commitments, Status.NOT_MEASURED));
    }

    private static long count(List<Commitment> commitments, Status status) {
        return commitments.stream()
                .filter(commitment -> commitment.standing() == status)
                .count();
    }
}
