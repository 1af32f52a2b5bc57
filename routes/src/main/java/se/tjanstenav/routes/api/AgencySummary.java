package se.tjanstenav.routes.api;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.Agencies.Listed;
import se.tjanstenav.catalog.model.Agency;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.catalog.model.OrganisationNumber;
import se.tjanstenav.routes.http.Link;
import se.tjanstenav.routes.http.PageMeta;
import se.tjanstenav.routes.http.Roots;

/**
 * An agency in a list.
 *
 * @param organisationNumber absent where no source tells it, and for organisations outside Sweden
 * @param services how many published services it answers for
 */
record AgencySummary(
        String id,
        String name,
        Map<String, String> textLanguage,
        @Nullable String organisationNumber,
        Agency.@Nullable Kind kind,
        @Nullable URI homepage,
        long services,
        Map<String, Link> links) {

    static AgencySummary of(Listed listed, Languages languages, String linkBase) {
        Agency agency = listed.agency();
        Wording wording = new Wording(languages);
        return new AgencySummary(
                agency.id().value(),
                wording.required("name", agency.name()),
                wording.languageByField(),
                number(agency.organisationNumber()),
                agency.kind(),
                agency.homepage(),
                listed.services(),
                links(agency.id(), linkBase));
    }

    static @Nullable String number(@Nullable OrganisationNumber number) {
        return number == null ? null : number.value();
    }

    static Map<String, Link> links(AgencyId id, String linkBase) {
        return Map.of(
                "self",
                Link.to(linkBase + Roots.CATALOG + "/agencies/" + id, "self"),
                "services",
                Link.to(linkBase + Roots.CATALOG + "/services?agency=" + id, "services"));
    }

    /** One page of them. */
    record AgencyList(List<AgencySummary> agencies, PageMeta meta, Map<String, Link> links) {}
}
