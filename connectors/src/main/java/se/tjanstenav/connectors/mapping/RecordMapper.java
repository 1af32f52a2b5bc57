package se.tjanstenav.connectors.mapping;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.catalog.model.ServiceDescription;

/** From a record's tree to a contribution: the mapping, the check of its result, and what is doubtful about it. */
public final class RecordMapper {

    private final Mapping mapping;
    private final Contributions contributions;

    public RecordMapper(Mapping mapping, Contributions contributions) {
        this.mapping = mapping;
        this.contributions = contributions;
    }

    /**
     * Maps one record.
     *
     * @param fields gathers which of the record's fields the mapping reads, null for nothing
     * @throws RecordFault if the record cannot be used
     */
    public MappedRecord map(@Nullable String externalId, @Nullable Object tree, @Nullable ReadFields fields) {
        Contribution contribution = contributions.of(externalId, mapping.apply(tree, fields));
        List<Warning> warnings = new ArrayList<>();
        warnOfLanguage(contribution, warnings);
        return new MappedRecord(contribution, warnings);
    }

    private static void warnOfLanguage(Contribution contribution, List<Warning> warnings) {
        ServiceDescription description = contribution.description();
        if (description != null && description.name().in("sv").isEmpty()) {
            warnings.add(new Warning(
                    Warning.Code.NO_SWEDISH_NAME,
                    "The service has no Swedish name, so Swedish readers see it in another language; map a name in 'sv'",
                    "/description/name"));
        }
    }
}
