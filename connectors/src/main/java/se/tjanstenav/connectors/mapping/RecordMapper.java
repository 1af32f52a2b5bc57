package se.tjanstenav.connectors.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.catalog.model.ServiceDescription;

/**
 * From a record's tree to a contribution: the mapping with its code lists and defaults, the check of its result, and
 * what is doubtful about it. Safe for use by several threads.
 */
public final class RecordMapper {

    private final Mapping mapping;
    private final Contributions contributions;
    private final CodeLists codeLists;
    private final Map<String, Object> defaults;

    /**
     * A mapper for one feed.
     *
     * @param defaults what a contribution has where the mapping gives nothing
     */
    public RecordMapper(
            Mapping mapping, Contributions contributions, CodeLists codeLists, Map<String, Object> defaults) {
        this.mapping = mapping;
        this.contributions = contributions;
        this.codeLists = codeLists;
        this.defaults = defaults;
    }

    /**
     * Maps one record.
     *
     * @param context what the mapping sees beside the record
     * @param fields gathers which of the record's fields the mapping reads, null for nothing
     * @throws RecordFault if the record cannot be used
     */
    public MappedRecord map(
            @Nullable String externalId, @Nullable Object tree, RecordContext context, @Nullable ReadFields fields) {
        if (context.missing() != null) {
            throw RecordFault.at(RecordFault.Code.DETAIL_MISSING, null, context.missing());
        }
        CodeLists.Use codes = codeLists.use();
        Object mapped = mapping.apply(tree, context, codes, fields);
        Contribution contribution = contributions.of(externalId, mapped, defaults);
        List<Warning> warnings = new ArrayList<>(codes.warnings());
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
