package se.tjanstenav.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import se.tjanstenav.catalog.model.ServiceId;

/**
 * What has changed in the published catalogue, in order. Whatever is derived from the catalogue (search index, hot
 * cache, copies) follows it by sequence number; a removed service leaves a {@link Kind#REMOVED} row.
 */
public interface ChangeLog {

    /** The number of the latest change, 0 before the first. Every number from 1 on is used exactly once. */
    long last();

    /** The changes after the given number, oldest first. */
    List<Change> after(long sequence, int limit);

    /** One change of one service. */
    record Change(long sequence, ServiceId service, Kind kind, Instant at) {}

    /** What happened to a service. */
    enum Kind {
        @JsonProperty("added")
        ADDED,
        @JsonProperty("changed")
        CHANGED,
        @JsonProperty("removed")
        REMOVED
    }
}
