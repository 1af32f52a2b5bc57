package se.tjanstenav.routes.linkeddata;

import java.util.Set;
import org.apache.jena.graph.Node;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.catalog.model.Evidence;
import se.tjanstenav.catalog.model.LegalResource;
import se.tjanstenav.catalog.model.LocalizedText;
import se.tjanstenav.catalog.model.Output;
import se.tjanstenav.catalog.model.ServiceDescription;

/** Says what a service demands and gives, whom it is for and to what it belongs. */
final class DescriptionStatements {

    private static final LocalizedText DELIVERS = LocalizedText.swedish("Utför tjänsten");

    private final Codes codes;
    private final AgencyStatements agencies;

    DescriptionStatements(Codes codes, AgencyStatements agencies) {
        this.codes = codes;
        this.agencies = agencies;
    }

    void say(Statements out, Node self, ServiceDescription description, AgencyStatements.Namer names) {
        description.audiences().forEach(audience -> codes.link(out, self, "dct:audience", "audience", audience));
        description.requirements().forEach(text -> requirement(out, self, "requirement", text));
        description.eligibility().forEach(text -> requirement(out, self, "eligibility", text));
        description.evidence().forEach(evidence -> evidence(out, self, evidence));
        description.outputs().forEach(output -> output(out, self, output));
        description.legalResources().forEach(law -> out.link(self, "cv:hasLegalResource", law(out, self, law)));
        description.themes().forEach(theme -> codes.link(out, self, "cv:thematicArea", "theme", theme));
        events(out, self, "lifeEvent", "cv:LifeEvent", description.lifeEvents());
        events(out, self, "businessEvent", "cv:BusinessEvent", description.businessEvents());
        agencies.cover(out, self, description.coverage());
        Codes.languages(out, self, description.languages());
        description.sectors().forEach(sector -> sector(out, self, sector));
        description.deliveredBy().forEach(agency -> participation(out, self, agency, names));
    }

    private void requirement(Statements out, Node self, String kind, LocalizedText text) {
        Node requirement = Iris.part(self, kind, text.byLanguage());
        out.link(self, "cv:holdsRequirement", requirement)
                .is(requirement, "cv:Requirement")
                .code(requirement, "dct:identifier", Iris.identifier(requirement))
                .text(requirement, "dct:title", text);
        codes.link(out, requirement, "dct:type", "requirement", kind);
    }

    private void evidence(Statements out, Node self, Evidence evidence) {
        Node proof = Iris.part(self, "evidence", evidence.name().byLanguage(), evidence.type());
        out.link(self, "cpsv:hasInput", proof)
                .is(proof, "cv:Evidence")
                .code(proof, "dct:identifier", Iris.identifier(proof))
                .text(proof, "dct:title", evidence.name())
                .text(proof, "dct:description", evidence.description())
                .page(proof, "foaf:page", evidence.page());
        codes.link(out, proof, "dct:type", "evidence", evidence.type());
        Codes.languages(out, proof, evidence.languages());
    }

    private void output(Statements out, Node self, Output output) {
        Node result = Iris.part(self, "output", output.name().byLanguage(), output.type());
        out.link(self, "cpsv:produces", result)
                .is(result, "cv:Output")
                .code(result, "dct:identifier", Iris.identifier(result))
                .text(result, "dct:title", output.name())
                .text(result, "dct:description", output.description());
        codes.link(out, result, "dct:type", "output", output.type());
        Codes.languages(out, result, output.languages());
    }

    /** The law has a name of the hub's; the page where it can be read is a page and not the law. */
    static Node law(Statements out, Node self, LegalResource resource) {
        Node law = Iris.part(self, "law", resource.name().byLanguage(), resource.uri());
        out.is(law, "eli:LegalResource").text(law, "dct:title", resource.name()).page(law, "foaf:page", resource.uri());
        return law;
    }

    private void events(Statements out, Node self, String scheme, String type, Set<String> events) {
        for (String code : events) {
            Node event = Iris.concept(scheme, code);
            out.link(self, "cv:isGroupedBy", event)
                    .is(event, "cv:Event", type)
                    .code(event, "dct:identifier", code)
                    .text(event, "dct:title", codes.label(scheme, code));
        }
    }

    private void sector(Statements out, Node self, String code) {
        Authorities.trade(code)
                .ifPresentOrElse(
                        trade -> Codes.foreign(out, self, "cv:sector", trade),
                        () -> codes.link(out, self, "cv:sector", "sector", code));
    }

    private void participation(Statements out, Node self, AgencyId agency, AgencyStatements.Namer names) {
        Node participation = Iris.part(self, "delivery", agency);
        out.link(self, "cv:hasParticipation", participation)
                .is(participation, "cv:Participation")
                .code(participation, "dct:identifier", Iris.identifier(participation))
                .text(participation, "dct:description", DELIVERS)
                .link(participation, "cv:hasParticipant", names.name(agency));
        codes.link(out, participation, "cv:role", "role", "deliverer");
    }
}
