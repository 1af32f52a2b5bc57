package se.tjanstenav.catalog.store;

import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.catalog.model.ServiceDescription;
import se.tjanstenav.catalog.model.ServiceId;
import se.tjanstenav.catalog.model.ServiceKey;

/**
 * What a record says about other services, in columns by which they are found.
 *
 * @param concept code of the concept that its service is an instance of
 * @param definesConcept code of the concept that its description defines
 * @param sameAs id of the service that its own is the same as
 */
record RecordLinks(
        @Nullable String concept,
        @Nullable String definesConcept,
        @Nullable String sameAs) {

    static final RecordLinks NONE = new RecordLinks(null, null, null);

    static RecordLinks of(Contribution contribution) {
        ServiceDescription description = contribution.description();
        ServiceKey sameAs = contribution.sameAs();
        return new RecordLinks(
                description == null ? null : description.concept(),
                contribution.definesConcept(),
                sameAs == null ? null : ServiceId.of(sameAs).value());
    }
}
