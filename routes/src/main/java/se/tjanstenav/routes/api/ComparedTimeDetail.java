package se.tjanstenav.routes.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import se.tjanstenav.routes.http.Link;
import se.tjanstenav.routes.http.PageMeta;

/**
 * A processing time beside those of other services.
 *
 * @param time what the agency says, in its own unit
 * @param comparable the same in working days, by which entries are ordered
 * @param sources where the service's times come from
 */
record ComparedTimeDetail(
        ServiceReference service,
        @JsonUnwrapped ProcessingTimeDetail time,
        ComparableDetail comparable,
        List<EntrySource> sources) {

    /** One page of times. */
    record ComparedTimeList(List<ComparedTimeDetail> processingTimes, PageMeta meta, Map<String, Link> links) {}
}
