package se.tjanstenav.routes.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.routes.http.Link;
import se.tjanstenav.routes.http.PageMeta;

/**
 * A commitment beside those of other services.
 *
 * @param commitment what the agency promises, and how it has turned out
 * @param comparable the target in working days, by which entries are ordered; absent where there is no target
 * @param sources where the service's commitments come from
 */
record ComparedCommitmentDetail(
        ServiceReference service,
        @JsonUnwrapped CommitmentDetail commitment,
        @Nullable ComparableDetail comparable,
        List<EntrySource> sources) {

    /** One page of commitments. */
    record ComparedCommitmentList(List<ComparedCommitmentDetail> commitments, PageMeta meta, Map<String, Link> links) {}
}
