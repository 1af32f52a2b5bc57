package se.tjanstenav.routes.registry;

import java.util.List;
import java.util.Map;
import se.tjanstenav.catalog.LostRecord;
import se.tjanstenav.catalog.model.Conflict;
import se.tjanstenav.catalog.model.FieldGroup;
import se.tjanstenav.routes.http.Link;
import se.tjanstenav.routes.http.PageMeta;

/**
 * A record of which something is not shown, as its agency sees it.
 *
 * @param externalId the record's identity in its feed
 * @param service id of the service it contributes to
 * @param winner connector and feed of what is shown
 * @param agency the agency that runs that feed
 * @param reason why the record lost, by code
 * @param fields JSON pointers into the record's contribution, to what is not shown as it says
 */
record LostRecordDetail(
        String externalId,
        String service,
        FieldGroup group,
        String winner,
        String agency,
        Conflict.Reason reason,
        List<String> fields) {

    static LostRecordDetail of(LostRecord lost) {
        return new LostRecordDetail(
                lost.externalId(),
                lost.service().value(),
                lost.group(),
                lost.winner().path(),
                lost.winningAgency().value(),
                lost.reason(),
                lost.fields());
    }

    /** Some of a run's conflicts. */
    record ConflictList(List<LostRecordDetail> conflicts, PageMeta meta, Map<String, Link> links) {}
}
