package se.tjanstenav.routes.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.Conflict;
import se.tjanstenav.catalog.model.FeedId;
import se.tjanstenav.catalog.model.FieldGroup;
import se.tjanstenav.catalog.model.Provenance;

/**
 * Where one field group comes from.
 *
 * @param source connector and feed; its status is found under the same id in {@code sourceStatus}
 * @param agency the agency that runs the source
 * @param overruled sources that say something else and lost to this one
 * @param warnings what is doubtful about what the source says, by code; mostly nothing
 * @param conflicts the losing records, why they lost, and where they differ
 * @param inherited the fields that come from here because the service itself does not say them: this source defines the
 *     national concept that the service is an instance of
 */
record ProvenanceDetail(
        FieldGroup group,
        String source,
        String agency,
        boolean competentAuthority,
        Instant retrievedAt,
        @Nullable Instant changedAtSource,
        List<String> overruled,
        List<String> warnings,
        List<ConflictDetail> conflicts,
        List<String> inherited) {

    /**
     * A record that lost.
     *
     * @param reason why it lost, by code
     * @param fields JSON pointers into what the source contributes, to what is not shown as it says
     */
    record ConflictDetail(String source, String agency, Conflict.Reason reason, List<String> fields) {

        private static ConflictDetail of(Conflict conflict) {
            return new ConflictDetail(
                    conflict.feed().path(), conflict.agency().value(), conflict.reason(), conflict.fields());
        }
    }

    static List<ProvenanceDetail> list(List<Provenance> provenance) {
        return provenance.stream()
                .map(entry -> new ProvenanceDetail(
                        entry.group(),
                        entry.feed().path(),
                        entry.agency().value(),
                        entry.competentAuthority(),
                        entry.retrievedAt(),
                        entry.changedAtSource(),
                        entry.overruled().stream().map(FeedId::path).toList(),
                        entry.warnings(),
                        entry.conflicts().stream().map(ConflictDetail::of).toList(),
                        entry.inherited()))
                .toList();
    }
}
