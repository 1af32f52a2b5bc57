package se.tjanstenav.routes.api;

import java.util.Map;
import se.tjanstenav.catalog.model.Agency;
import se.tjanstenav.catalog.model.Service;
import se.tjanstenav.routes.http.Link;

/**
 * A service that an entry of a comparison is about.
 *
 * @param language the language of the name
 * @param agency the competent authority
 */
record ServiceReference(String id, String name, String language, AgencyReference agency, Map<String, Link> links) {

    static ServiceReference of(Service service, Agency agency, Languages languages, String linkBase) {
        Wording.Text name = Wording.Text.of(languages, service.description().name());
        return new ServiceReference(
                service.id().value(),
                name.text(),
                name.language(),
                AgencyReference.of(agency, languages),
                Map.of("self", Link.to(ServiceDetail.path(linkBase, service.id()), "self")));
    }
}
