package se.tjanstenav.routes.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.ChangeLog.Change;
import se.tjanstenav.catalog.ChangeLog.Kind;
import se.tjanstenav.catalog.model.ServiceId;
import se.tjanstenav.routes.http.Link;

/**
 * One change of one service.
 *
 * @param sequence its number; every number from 1 on is there exactly once
 * @param cursor to go on after it
 * @param service id of the service
 * @param fields JSON pointers into the answer about the service, to the members that differ, or to the place that an entry
 *     had which is gone; only where the service has changed
 * @param moreFields whether more differs than {@code fields} tells
 * @param mergedInto id of the service that has taken in what this one said, where it has
 * @param links {@code service} where there is one to read; none for a service that is gone
 */
record ChangeDetail(
        long sequence,
        String cursor,
        Kind kind,
        String service,
        Instant at,
        List<String> fields,
        @Nullable Boolean moreFields,
        @Nullable String mergedInto,
        Map<String, Link> links) {

    static ChangeDetail of(Change change, String cursor, String linkBase) {
        ServiceId mergedInto = change.mergedInto();
        return new ChangeDetail(
                change.sequence(),
                cursor,
                change.kind(),
                change.service().value(),
                change.at(),
                AnswerPointers.of(change.fields()),
                change.changedFields() > change.fields().size() ? true : null,
                mergedInto == null ? null : mergedInto.value(),
                links(change, linkBase));
    }

    private static Map<String, Link> links(Change change, String linkBase) {
        ServiceId there = change.kind() == Kind.MERGED ? change.mergedInto() : change.service();
        return change.kind() == Kind.REMOVED || there == null
                ? Map.of()
                : Map.of("service", Link.to(ServiceDetail.path(linkBase, there), "service"));
    }
}
