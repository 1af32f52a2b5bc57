package se.tjanstenav.routes.linkeddata;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.Agency;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.catalog.model.Coverage;
import se.tjanstenav.catalog.model.LocalizedText;

/** Says who an agency is, and where it and its services are. */
final class AgencyStatements {

    /** CPSV-AP wants every organisation to be somewhere; the catalogue is Sweden's unless a service says otherwise. */
    private static final String HERE = "SE";

    private final Iris iris;

    AgencyStatements(Iris iris) {
        this.iris = iris;
    }

    /** Names agencies, and says of each that is named who it is. */
    @FunctionalInterface
    interface Namer {

        Node name(AgencyId agency);
    }

    /**
     * @param known the agencies by id; one that is not among them is called by its id
     * @param where where the service applies, which tells in which country its agencies are
     */
    Namer naming(Statements out, Map<AgencyId, Agency> known, @Nullable Coverage where) {
        String country = where == null ? HERE : where.country();
        return id -> {
            Agency agency = known.getOrDefault(id, new Agency(id, LocalizedText.swedish(id.value())));
            return say(out, agency, country);
        };
    }

    private Node say(Statements out, Agency agency, String country) {
        Node self = iris.agency(agency.id());
        out.is(self, "cv:PublicOrganisation", "org:Organization", "foaf:Agent")
                .code(self, "dct:identifier", agency.id().value())
                .text(self, "skos:prefLabel", agency.name())
                .text(self, "dct:title", agency.name())
                .code(self, "org:identifier", number(agency))
                .page(self, "foaf:homepage", agency.homepage());
        if (agency.kind() != null) {
            Node kind = Iris.concept("agencyKind", Codes.code(agency.kind()));
            out.link(self, "org:classification", kind).is(kind, "skos:Concept");
        }
        Authorities.country(country).ifPresent(place -> locate(out, self, place));
        return self;
    }

    private static @Nullable String number(Agency agency) {
        return agency.organisationNumber() == null
                ? null
                : agency.organisationNumber().value();
    }

    /** Says where a service applies: the municipalities, else the counties, else the country. */
    void cover(Statements out, Node service, @Nullable Coverage coverage) {
        if (coverage == null) {
            return;
        }
        String country = coverage.country();
        places(out, service, country, "municipality", coverage.municipalities());
        if (coverage.municipalities().isEmpty()) {
            for (String county : coverage.counties()) {
                Authorities.county(country, county)
                        .ifPresentOrElse(
                                region -> locate(out, service, region),
                                () -> places(out, service, country, "county", List.of(county)));
            }
        }
        if (coverage.municipalities().isEmpty() && coverage.counties().isEmpty()) {
            Authorities.country(country).ifPresent(place -> locate(out, service, place));
        }
    }

    /** Says in which municipality of Sweden something is. */
    static void locate(Statements out, Node thing, String municipality) {
        places(out, thing, HERE, "municipality", List.of(municipality));
    }

    private static void places(Statements out, Node service, String country, String kind, List<String> places) {
        for (String code : places) {
            Node place = Iris.concept("place", "%s-%s-%s".formatted(country, kind, code));
            locate(out, service, place);
            out.code(place, "dct:identifier", code);
        }
    }

    private static void locate(Statements out, Node thing, Node place) {
        out.link(thing, "dct:spatial", place).is(place, "dct:Location");
    }
}
