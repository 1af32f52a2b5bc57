package se.tjanstenav.routes.linkeddata;

import java.util.Map;
import java.util.function.Predicate;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import se.tjanstenav.catalog.model.Agency;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.catalog.model.LocalizedText;
import se.tjanstenav.catalog.model.Offer;
import se.tjanstenav.catalog.model.Provenance;
import se.tjanstenav.catalog.model.Service;
import se.tjanstenav.catalog.model.ServiceDescription;
import se.tjanstenav.catalog.model.ServiceId;

/** Says all that the catalogue knows of a service; start here to see which term says what. */
final class ServiceStatements {

    private final Iris iris;
    private final Codes codes;
    private final AgencyStatements agencies;
    private final DescriptionStatements descriptions;
    private final ChannelStatements channels;
    private final TimeStatements times;
    private final CommitmentStatements commitments;

    ServiceStatements(Iris iris, Codes codes) {
        this.iris = iris;
        this.codes = codes;
        this.agencies = new AgencyStatements(iris);
        this.descriptions = new DescriptionStatements(codes, agencies);
        this.channels = new ChannelStatements(codes);
        this.times = new TimeStatements(codes);
        this.commitments = new CommitmentStatements(codes, times);
    }

    /**
     * @param known the agencies by id; one that is not among them is called by its id
     * @param elsewhere whether a service is described beside this one, so that naming it is enough
     */
    Statements of(Service service, Map<AgencyId, Agency> known, Predicate<ServiceId> elsewhere) {
        Statements out = new Statements();
        Node self = iris.service(service.id());
        ServiceDescription description = service.description();
        out.is(self, "cpsv:PublicService")
                .code(self, "dct:identifier", service.id().value())
                .text(self, "dct:title", description.name())
                .text(self, "tn:summary", description.summary())
                .text(self, "dct:description", explained(description))
                .words(self, "dcat:keyword", description.keywords())
                .page(self, "foaf:page", description.homepage())
                .moment(self, "dct:modified", service.changedAt())
                .day(self, "tn:checkedOn", description.checkedOn())
                .code(self, "tn:nationalConcept", description.concept())
                .value(self, "tn:exerciseOfAuthority", description.exerciseOfAuthority(), XSDDatatype.XSDboolean);
        offered(out, self, description.offered());
        AgencyStatements.Namer names = agencies.naming(out, known, description.coverage());
        out.link(self, "cv:hasCompetentAuthority", names.name(service.authority()));
        descriptions.say(out, self, description, names);
        channels.say(out, self, service, names);
        times.say(out, self, service.processingTimes());
        commitments.say(out, self, service.commitments());
        new RelationStatements(iris, names, elsewhere).say(out, self, description.relatedServices());
        service.provenance().forEach(entry -> source(out, self, entry, names));
        return out;
    }

    /** CPSV-AP wants every service described; of one that is not, the summary or the name is all there is to say. */
    private static LocalizedText explained(ServiceDescription description) {
        if (description.description() != null) {
            return description.description();
        }
        return description.summary() != null ? description.summary() : description.name();
    }

    private void offered(Statements out, Node self, Offer offer) {
        if (offer.state() != Offer.State.UNKNOWN) {
            codes.link(out, self, "adms:status", "offered", offer.state());
        }
        out.text(self, "tn:whyNotOffered", offer.why());
    }

    private void source(Statements out, Node self, Provenance entry, AgencyStatements.Namer names) {
        Node source = Iris.part(self, "source", entry.group(), entry.feed());
        out.link(self, "tn:source", source)
                .is(source, "tn:Source")
                .code(source, "dct:identifier", entry.feed().path())
                .link(source, "dct:publisher", names.name(entry.agency()))
                .moment(source, "tn:retrievedAt", entry.retrievedAt())
                .moment(source, "tn:changedAtSource", entry.changedAtSource());
        codes.link(out, source, "tn:fieldGroup", "fieldGroup", entry.group());
    }
}
