package se.tjanstenav.connectors.trial;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.PublishedContributions.FieldChange;
import se.tjanstenav.catalog.Reject.Stage;
import se.tjanstenav.connectors.mapping.Warning;

/**
 * What a dry run made of one record.
 *
 * @param ordinal its place in the feed, from 1
 * @param externalId null where it has none
 * @param raw the record as a tree of maps, lists and scalars, whatever the format
 * @param mapped the contribution as a tree, null where there is none
 * @param cut whether {@code raw}, {@code mapped} or {@code changes} is too long to be shown whole
 * @param changes field by field, where it differs from what is published
 * @param rejects everything that keeps the record from being used
 */
public record RecordTrial(
        long ordinal,
        @Nullable String externalId,
        Verdict verdict,
        @Nullable Object raw,
        @Nullable Object mapped,
        boolean cut,
        List<FieldChange> changes,
        List<RejectTrial> rejects,
        List<Warning> warnings) {

    public RecordTrial {
        changes = List.copyOf(changes);
        rejects = List.copyOf(rejects);
        warnings = List.copyOf(warnings);
    }

    /** What a run would make of the record. */
    public enum Verdict {
        @JsonProperty("added")
        ADDED,
        @JsonProperty("changed")
        CHANGED,
        @JsonProperty("unchanged")
        UNCHANGED,
        @JsonProperty("rejected")
        REJECTED,
        /** It can be used, and is shown when somebody asks; what a live feed tells is never published. */
        @JsonProperty("live")
        LIVE
    }

    /**
     * One thing that keeps a record from being used.
     *
     * @param pointer JSON pointer into what the mapping makes of the record; where the mapping itself fails, to the field of
     *     the record that it asked for last
     * @param expressionPosition place in the mapping expression, just behind what could not be used, from 0
     * @param line line in the descriptor to look at, from 1
     * @param column column in that line, from 1
     */
    public record RejectTrial(
            Stage stage,
            String code,
            String detail,
            @Nullable String pointer,
            @Nullable Integer expressionPosition,
            @Nullable Integer line,
            @Nullable Integer column) {}
}
