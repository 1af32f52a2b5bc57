package se.tjanstenav.connectors;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.connectors.mapping.RecordContext;

/**
 * One record as the agency sent it, whatever the format, as a tree of maps, lists, strings, numbers, booleans and null.
 *
 * @param ordinal its place in the feed, from 1
 * @param externalId its identity in the feed as the descriptor's {@code id} pointer finds it, null where it is missing
 * @param tree the record; not to be changed
 * @param oversized whether the record is larger than the hub reads, and the tree only its beginning; it will be rejected
 * @param context what the mapping sees beside the record
 * @param fingerprint the same text only where a record of this identity is mapped to the same; null where that cannot be
 *     told, or nobody has asked for it ({@link Feed#fingerprinted})
 */
public record SourceRecord(
        long ordinal,
        @Nullable String externalId,
        @Nullable Object tree,
        boolean oversized,
        RecordContext context,
        @Nullable String fingerprint) {

    private static final String RECORD = "record";
    private static final String BESIDE = "beside";

    /** A record that was read whole, with nothing beside it. */
    public SourceRecord(long ordinal, @Nullable String externalId, @Nullable Object tree) {
        this(ordinal, externalId, tree, false, RecordContext.NONE, null);
    }

    SourceRecord with(@Nullable String itsFingerprint) {
        return new SourceRecord(ordinal, externalId, tree, oversized, context, itsFingerprint);
    }

    /**
     * What to keep of the record for {@link #again}, as a tree. Null where the record alone does not tell what the
     * mapping would make of it: it was not read whole, lacks its detail, or is mapped with the lookups of its run.
     */
    public @Nullable Object kept() {
        if (oversized || context.missing() != null || !context.lookups().isEmpty()) {
            return null;
        }
        Map<String, @Nullable Object> kept = new LinkedHashMap<>();
        kept.put(RECORD, tree);
        kept.put(BESIDE, context.beside());
        return kept;
    }

    /** The record that {@link #kept} was asked of, to be mapped once more. */
    public static SourceRecord again(long ordinal, @Nullable String externalId, @Nullable Object kept) {
        Map<?, ?> parts = kept instanceof Map<?, ?> map ? map : Map.of();
        RecordContext context = RecordContext.NONE;
        if (parts.get(BESIDE) instanceof Map<?, ?> beside) {
            for (Map.Entry<?, ?> each : beside.entrySet()) {
                context = context.with(String.valueOf(each.getKey()), each.getValue());
            }
        }
        return new SourceRecord(ordinal, externalId, parts.get(RECORD), false, context, null);
    }
}
