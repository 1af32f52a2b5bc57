package se.tjanstenav.routes.linkeddata;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.LocalizedText;

/** Says what the catalogue is, who publishes it and in which forms it can be had, in terms of DCAT 3 and DCAT-AP 3. */
final class CatalogueDescription {

    private static final String MEDIA_TYPES = "https://www.iana.org/assignments/media-types/";
    private static final List<Form> FORMS = List.of(
            new Form("json", "/services", "application/json", "JSON", "JSON, sida för sida", "JSON, page by page"),
            new Form(
                    "ndjson",
                    "/services",
                    "application/x-ndjson",
                    null,
                    "JSON, en tjänst per rad",
                    "JSON, one service a line"),
            new Form("csv", "/services", "text/csv", "CSV", "CSV, en tjänst per rad", "CSV, one service a line"),
            new Form(
                    "turtle",
                    "/linked-data",
                    "text/turtle",
                    "RDF_TURTLE",
                    "Länkade data, Turtle",
                    "Linked data, Turtle"),
            new Form(
                    "n-triples",
                    "/linked-data",
                    "application/n-triples",
                    "RDF_N_TRIPLES",
                    "Länkade data, N-Triples",
                    "Linked data, N-Triples"),
            new Form(
                    "json-ld",
                    "/linked-data",
                    "application/x-ndjson",
                    "JSON_LD",
                    "Länkade data, JSON-LD, en tjänst per rad",
                    "Linked data, JSON-LD, one service a line"));

    private static final LocalizedText TITLE =
            text("Tjänster hos svenska myndigheter", "Public services of Swedish agencies");
    private static final LocalizedText DESCRIPTION = text(
            "Vad myndigheternas tjänster är, hur man når dem, hur lång tid de tar och vad myndigheterna har lovat, med"
                    + " uppgift om varifrån varje del kommer.",
            "What the agencies' services are, how they are reached, how long they take and what the agencies have"
                    + " promised, with the source of every part.");

    private final Iris iris;
    private final LinkedDataProperties properties;

    CatalogueDescription(Iris iris, LinkedDataProperties properties) {
        this.iris = iris;
        this.properties = properties;
    }

    Statements statements() {
        Statements out = new Statements();
        Node document = iris.resource("/dcat");
        Node catalogue = part(document, "catalogue");
        Node dataset = part(document, "services");
        Node api = part(document, "api");
        Node publisher = part(document, "publisher");

        resource(out, catalogue, "dcat:Catalog", TITLE, publisher);
        out.link(catalogue, "dcat:dataset", dataset).link(catalogue, "dcat:service", api);

        resource(out, dataset, "dcat:Dataset", TITLE, publisher);
        out.code(dataset, "dct:identifier", dataset.getURI())
                .link(dataset, "dct:conformsTo", profile())
                .link(dataset, "dct:conformsTo", iris.resource("/vocabulary"));
        authority(out, dataset, "dct:accrualPeriodicity", "frequency", "CONT");
        authority(out, dataset, "dcat:theme", "data-theme", "GOVE");
        Authorities.country("SE")
                .ifPresent(country -> out.link(dataset, "dct:spatial", country).is(country, "dct:Location"));
        for (Form form : FORMS) {
            Node distribution = part(document, "distribution-" + form.name());
            out.link(dataset, "dcat:distribution", distribution);
            distribution(out, distribution, form, api);
        }
        service(out, api, dataset, publisher);
        publisher(out, publisher);
        return out;
    }

    private void resource(Statements out, Node resource, String type, LocalizedText title, Node publisher) {
        out.is(resource, type)
                .text(resource, "dct:title", title)
                .text(resource, "dct:description", DESCRIPTION)
                .link(resource, "dct:publisher", publisher);
        out.page(resource, type.equals("dcat:Catalog") ? "foaf:homepage" : "dcat:landingPage", iris.uri("/docs"));
        Codes.languages(out, resource, List.of("sv", "en"));
        licence(out, resource);
        authority(out, resource, "dct:accessRights", "access-right", "PUBLIC");
    }

    private void distribution(Statements out, Node distribution, Form form, Node api) {
        out.is(distribution, "dcat:Distribution")
                .text(distribution, "dct:title", text(form.swedish(), form.english()))
                .link(distribution, "dcat:accessURL", iris.resource(form.path()))
                .link(distribution, "dcat:accessService", api)
                .link(distribution, "dcat:mediaType", NodeFactory.createURI(MEDIA_TYPES + form.mediaType()));
        if (form.fileType() != null) {
            authority(out, distribution, "dct:format", "file-type", form.fileType());
        }
        Codes.languages(out, distribution, List.of("sv", "en"));
        licence(out, distribution);
    }

    private void service(Statements out, Node api, Node dataset, Node publisher) {
        resource(out, api, "dcat:DataService", text("Tjänstenavs API", "Tjänstenav's API"), publisher);
        out.link(api, "dcat:endpointURL", iris.resource(""))
                .link(api, "dcat:endpointDescription", iris.resource("/openapi.json"))
                .link(api, "dcat:servesDataset", dataset);
    }

    private void publisher(Statements out, Node publisher) {
        LocalizedText name = LocalizedText.swedish(properties.publisher());
        out.is(publisher, "foaf:Agent", "foaf:Organization")
                .code(publisher, "dct:identifier", Iris.identifier(publisher))
                .text(publisher, "foaf:name", name)
                .text(publisher, "dct:title", name)
                .page(publisher, "foaf:homepage", properties.publisherPage());
    }

    private void licence(Statements out, Node resource) {
        if (properties.licence() != null) {
            out.link(
                    resource,
                    "dct:license",
                    NodeFactory.createURI(properties.licence().toString()));
        }
    }

    private static void authority(Statements out, Node resource, String property, String table, String code) {
        out.link(resource, property, Authorities.table(table, code));
    }

    private static Node profile() {
        return NodeFactory.createURI("https://semiceu.github.io/CPSV-AP/releases/3.2.0/");
    }

    private static Node part(Node document, String name) {
        return NodeFactory.createURI(document.getURI() + "#" + name);
    }

    private static LocalizedText text(String swedish, String english) {
        return new LocalizedText(Map.of("sv", swedish, "en", english));
    }

    /**
     * A form of the dataset.
     *
     * @param fileType code of the Publications Office's table of file types, where that has one
     */
    private record Form(
            String name,
            String path,
            String mediaType,
            @Nullable String fileType,
            String swedish,
            String english) {}
}
