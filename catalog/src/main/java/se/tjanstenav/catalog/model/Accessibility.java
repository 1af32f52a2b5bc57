package se.tjanstenav.catalog.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What makes a channel usable for people with disabilities. CPSV-AP has no term for it; the codes follow what Swedish
 * agencies tell of their offices, phones and web sites.
 *
 * @param features what there is; an absent one is not known not to be there
 * @param description what else one should know
 * @param statement the accessibility statement that lag (2018:1937) om tillgänglighet till digital offentlig service
 *     requires of web sites and apps, http or https
 */
public record Accessibility(
        Set<Feature> features,
        @Nullable LocalizedText description,
        @Nullable URI statement) {

    public Accessibility(
            @Nullable Set<Feature> features, @Nullable LocalizedText description, @Nullable URI statement) {
        WebAddress.check(statement, "accessibility statement");
        this.features = Constraints.sorted(features, "accessibility features", 20);
        this.description = description;
        this.statement = statement;
        if (this.features.isEmpty() && description == null && statement == null) {
            throw new IllegalArgumentException("Accessibility needs a feature, a description or a statement");
        }
    }

    /** What can be there. */
    public enum Feature {
        @JsonProperty("wheelchairAccess")
        WHEELCHAIR_ACCESS,
        @JsonProperty("accessibleToilet")
        ACCESSIBLE_TOILET,
        @JsonProperty("accessibleParking")
        ACCESSIBLE_PARKING,
        @JsonProperty("inductionLoop")
        INDUCTION_LOOP,
        /** A sign language interpreter can be booked or is there. */
        @JsonProperty("signLanguage")
        SIGN_LANGUAGE,
        /** Calls by text or video telephone, or through a relay service, are taken. */
        @JsonProperty("textTelephone")
        TEXT_TELEPHONE,
        @JsonProperty("easyToRead")
        EASY_TO_READ,
        @JsonProperty("screenReader")
        SCREEN_READER
    }
}
