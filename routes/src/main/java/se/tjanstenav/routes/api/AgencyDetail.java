package se.tjanstenav.routes.api;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.Agencies.Listed;
import se.tjanstenav.catalog.model.Agency;
import se.tjanstenav.routes.http.Link;

/**
 * Who an agency is, and what the catalogue has of it.
 *
 * @param names by language
 * @param organisationNumber absent where no source tells it, and for organisations outside Sweden
 * @param services how many published services it answers for
 * @param sources how the sources stand that it runs itself; none where only others describe its services
 */
record AgencyDetail(
        String id,
        String name,
        Map<String, String> textLanguage,
        Map<String, String> names,
        @Nullable String organisationNumber,
        Agency.@Nullable Kind kind,
        @Nullable URI homepage,
        long services,
        List<SourceStatusDetail> sources,
        Map<String, Link> links) {

    static AgencyDetail of(Listed listed, List<SourceStatusDetail> sources, Languages languages, String linkBase) {
        Agency agency = listed.agency();
        Wording wording = new Wording(languages);
        return new AgencyDetail(
                agency.id().value(),
                wording.required("name", agency.name()),
                wording.languageByField(),
                agency.name().byLanguage(),
                AgencySummary.number(agency.organisationNumber()),
                agency.kind(),
                agency.homepage(),
                listed.services(),
                sources,
                AgencySummary.links(agency.id(), linkBase));
    }
}
