package se.tjanstenav.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.ServiceId;

/**
 * What has changed in the published catalogue, in order. Whatever is derived from the catalogue (search index, hot
 * cache, copies) follows it by sequence number. A service that is gone leaves a {@link Kind#REMOVED} row, and one that has
 * become a part of another a {@link Kind#MERGED} row.
 */
public interface ChangeLog {

    /** The number of the latest change, 0 before the first. Every number from 1 on is used exactly once. */
    long last();

    /** The changes after the given number, oldest first. */
    List<Change> after(long sequence, int limit);

    /**
     * One change of one service.
     *
     * @param fields JSON pointers to what differs, into the service as it is now, or as it was for what is gone; at most
     *     {@value #MOST_FIELDS}, and none for a service that came, went or is shown by another name of its authority
     * @param changedFields how many fields differ in all
     * @param mergedInto the service that now has what this one had, for {@link Kind#MERGED}
     */
    record Change(
            long sequence,
            ServiceId service,
            Kind kind,
            Instant at,
            List<String> fields,
            int changedFields,
            @Nullable ServiceId mergedInto) {

        public static final int MOST_FIELDS = 50;

        public Change {
            fields = List.copyOf(fields);
        }

        /** One that tells no fields. */
        public Change(long sequence, ServiceId service, Kind kind, Instant at) {
            this(sequence, service, kind, at, List.of(), 0, null);
        }
    }

    /** What happened to a service. */
    enum Kind {
        @JsonProperty("added")
        ADDED,
        @JsonProperty("changed")
        CHANGED,
        @JsonProperty("removed")
        REMOVED,
        @JsonProperty("merged")
        MERGED
    }
}
