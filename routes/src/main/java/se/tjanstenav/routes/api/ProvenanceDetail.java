package se.tjanstenav.routes.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
 */
record ProvenanceDetail(
        FieldGroup group,
        String source,
        String agency,
        boolean competentAuthority,
        Instant retrievedAt,
        @Nullable Instant changedAtSource,
        List<String> overruled,
        List<String> warnings) {

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
                        entry.warnings()))
                .toList();
    }
}
