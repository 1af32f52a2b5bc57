package se.tjanstenav.routes.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.RelatedService;
import se.tjanstenav.catalog.model.ServiceId;
import se.tjanstenav.routes.http.Link;

/**
 * A service that belongs together with the one shown.
 *
 * @param id its id, whether or not the catalogue knows it
 * @param agency id of the authority that answers for it
 * @param name what the source calls it, where it does
 * @param link where it is found, if the catalogue knows it
 */
record RelatedServiceDetail(
        RelatedService.Relation relation, String id, String agency, Wording.@Nullable Text name, Link link) {

    static List<RelatedServiceDetail> list(List<RelatedService> related, Languages languages, String linkBase) {
        return related.stream().map(each -> of(each, languages, linkBase)).toList();
    }

    private static RelatedServiceDetail of(RelatedService related, Languages languages, String linkBase) {
        ServiceId id = ServiceId.of(related.service());
        return new RelatedServiceDetail(
                related.relation(),
                id.value(),
                related.service().authority().value(),
                Wording.Text.optional(languages, related.name()),
                Link.to(ServiceDetail.path(linkBase, id), "related"));
    }
}
