package se.tjanstenav.catalog.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A public organisation (CPSV-AP {@code cv:PublicOrganisation}) that answers for services.
 *
 * @param name the name people know it by ({@code dct:title})
 * @param organisationNumber null where no connector tells it, and for organisations outside Sweden ({@code dct:identifier})
 * @param kind null where no connector tells it ({@code org:classification})
 * @param homepage where it is met on the web, http or https ({@code foaf:homepage})
 */
public record Agency(
        AgencyId id,
        LocalizedText name,
        @Nullable OrganisationNumber organisationNumber,
        @Nullable Kind kind,
        @Nullable URI homepage) {

    public Agency {
        WebAddress.check(homepage, "homepage");
    }

    /** One of which nothing but its name is known. */
    public Agency(AgencyId id, LocalizedText name) {
        this(id, name, null, null, null);
    }

    /** The same agency, with what only the other tells. */
    public Agency completedBy(Agency other) {
        return new Agency(
                id,
                name,
                organisationNumber == null ? other.organisationNumber : organisationNumber,
                kind == null ? other.kind : kind,
                homepage == null ? other.homepage : homepage);
    }

    /** Which part of public administration it belongs to. */
    public enum Kind {
        /** Statlig myndighet with the whole country as its field. */
        @JsonProperty("stateAuthority")
        STATE_AUTHORITY,
        /** Länsstyrelse: the state's authority in a county. */
        @JsonProperty("countyAdministrativeBoard")
        COUNTY_ADMINISTRATIVE_BOARD,
        /** Self-governing in a county, for health care and regional development. */
        @JsonProperty("region")
        REGION,
        @JsonProperty("municipality")
        MUNICIPALITY,
        /** An authority of another country. */
        @JsonProperty("foreignAuthority")
        FOREIGN_AUTHORITY,
        /** A body that is none of these and carries out public services, such as a kommunalförbund or an a-kassa. */
        @JsonProperty("otherBody")
        OTHER_BODY
    }
}
