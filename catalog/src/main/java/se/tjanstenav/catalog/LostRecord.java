package se.tjanstenav.catalog;

import java.util.List;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.catalog.model.Conflict;
import se.tjanstenav.catalog.model.FeedId;
import se.tjanstenav.catalog.model.FieldGroup;
import se.tjanstenav.catalog.model.ServiceId;

/**
 * A published record of which something is not shown, because another says something else.
 *
 * @param service the service it contributes to
 * @param winner the feed whose word is shown
 * @param winningAgency the agency that runs that feed
 * @param fields JSON pointers into the record's contribution, to what is not shown as it says
 */
public record LostRecord(
        String externalId,
        ServiceId service,
        FieldGroup group,
        FeedId winner,
        AgencyId winningAgency,
        Conflict.Reason reason,
        List<String> fields) {

    public LostRecord {
        fields = List.copyOf(fields);
    }
}
