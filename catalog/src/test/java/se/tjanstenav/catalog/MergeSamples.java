package se.tjanstenav.catalog;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.catalog.model.FeedId;
import se.tjanstenav.catalog.model.LocalizedText;
import se.tjanstenav.catalog.model.ServiceDescription;
import se.tjanstenav.catalog.model.ServiceKey;

/** An authority that defines concepts, and contributions that speak of more than their own service. */
public final class MergeSamples {

    public static final AgencyId BOVERKET = new AgencyId("boverket");
    public static final FeedId CONCEPTS = new FeedId("boverket", "services");

    private MergeSamples() {}

    public static FeedRegistration conceptFeed() {
        return new FeedRegistration(
                CONCEPTS,
                "Boverket",
                FeedKind.SERVICES,
                Samples.agency(BOVERKET, "Boverket"),
                List.of(),
                List.of("nb-"),
                Samples.FRESH);
    }

    public static ServiceKey boverket(String code) {
        return new ServiceKey(BOVERKET, code);
    }

    public static ServiceKey tillvaxtverket(String code) {
        return new ServiceKey(Samples.TILLVAXTVERKET, code);
    }

    /** A service that names its concept, with a summary where it has one. */
    public static Contribution instance(String code, String name, @Nullable String summary, String concept) {
        return contribution(Samples.key(code), describe(name, summary, concept), null, null);
    }

    /** The concept itself, in Boverket's words. */
    public static Contribution concept(String code, String name, String summary, String concept) {
        return contribution(boverket(code), describe(name, summary, concept), null, concept);
    }

    /** A service by the first key, which is the same as the second. */
    public static Contribution same(ServiceKey key, String name, ServiceKey target) {
        return contribution(key, describe(name, null, null), target, null);
    }

    private static Contribution contribution(
            ServiceKey key,
            ServiceDescription description,
            @Nullable ServiceKey sameAs,
            @Nullable String definesConcept) {
        return new Contribution(key.code(), key, description, null, null, null, null, sameAs, definesConcept);
    }

    private static ServiceDescription describe(String name, @Nullable String summary, @Nullable String concept) {
        return new ServiceDescription(
                LocalizedText.swedish(name),
                summary == null ? null : LocalizedText.swedish(summary),
                null,
                Map.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                concept,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
