package se.tjanstenav.routes.linkeddata;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;
import se.tjanstenav.catalog.model.LocalizedText;
import se.tjanstenav.catalog.model.RelatedService;
import se.tjanstenav.catalog.model.RelatedService.Relation;
import se.tjanstenav.catalog.model.ServiceId;

/**
 * Says which services belong together. CPSV-AP wants the other to be described too: it is, beside this one, or as far as
 * this one names it. Of an order CPSV-AP knows nothing.
 */
final class RelationStatements {

    private static final Map<Relation, String> ORDER =
            Map.of(Relation.BEFORE, "tn:precededBy", Relation.AFTER, "tn:followedBy");

    private final Iris iris;
    private final AgencyStatements.Namer names;
    private final Predicate<ServiceId> elsewhere;

    RelationStatements(Iris iris, AgencyStatements.Namer names, Predicate<ServiceId> elsewhere) {
        this.iris = iris;
        this.names = names;
        this.elsewhere = elsewhere;
    }

    void say(Statements out, Node self, List<RelatedService> related) {
        related.forEach(each -> relation(out, self, each));
    }

    private void relation(Statements out, Node self, RelatedService related) {
        ServiceId id = ServiceId.of(related.service());
        Node other = iris.service(id);
        LocalizedText name = related.name();
        if (!elsewhere.test(id)) {
            if (name == null) {
                out.link(self, "rdfs:seeAlso", other);
                return;
            }
            out.is(other, "cpsv:PublicService")
                    .code(other, "dct:identifier", id.value())
                    .text(other, "dct:title", name)
                    .text(other, "dct:description", name)
                    .link(
                            other,
                            "cv:hasCompetentAuthority",
                            names.name(related.service().authority()));
        }
        boolean required = related.relation() == Relation.REQUIRES;
        out.link(self, required ? "dct:requires" : "cv:relatedService", other);
        if (ORDER.containsKey(related.relation())) {
            out.link(self, ORDER.get(related.relation()), other);
        }
    }
}
