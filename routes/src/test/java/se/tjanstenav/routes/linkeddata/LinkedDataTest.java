package se.tjanstenav.routes.linkeddata;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.tjanstenav.catalog.StoredServices;
import se.tjanstenav.routes.CountedWork;
import se.tjanstenav.routes.FederatedHub;
import se.tjanstenav.routes.HubClient;
import se.tjanstenav.routes.HubUnderTest;

/** Linked data of the stub agencies' services, over HTTP and held against CPSV-AP's own shapes. */
@ExtendWith(FederatedHub.class)
class LinkedDataTest {

    private static final String TURTLE = "text/turtle";
    private static final String JSON_LD = "application/ld+json";
    private static final String ALL = "/catalog/v1/linked-data";

    @Test
    void everyServiceTogetherKeepsToTheShapes(HubUnderTest hub) {
        Graph all = graph(hub.client(), ALL, TURTLE, Lang.TURTLE);

        assertThat(instances(all, "cpsv:PublicService"))
                .as("every service, and those that they name beside it")
                .hasSizeGreaterThanOrEqualTo(
                        (int) hub.bean(StoredServices.class).count());
        Shapes.check(all);
    }

    @Test
    void everyServiceAloneKeepsToTheShapes(HubUnderTest hub) {
        List<String> agencies = hub.bean(StoredServices.class).after(null, 10_000).stream()
                .collect(Collectors.groupingBy(service -> service.authority().value()))
                .values()
                .stream()
                .flatMap(services -> services.stream().limit(15))
                .map(service -> service.id().value())
                .toList();

        for (String id : agencies) {
            Shapes.check(graph(hub.client(), "/catalog/v1/services/" + id, TURTLE, Lang.TURTLE));
        }
    }

    @Test
    void allFormsOfTheWholeSayTheSame(HubClient hub) {
        Graph turtle = graph(hub, ALL, TURTLE, Lang.TURTLE);
        Graph triples = graph(hub, ALL, "application/n-triples", Lang.NTRIPLES);
        Graph lines = GraphFactory.createDefaultGraph();
        text(hub.get(ALL, "Accept", "application/x-ndjson"))
                .lines()
                .forEach(line -> Shapes.parsed(line.getBytes(StandardCharsets.UTF_8), Lang.JSONLD).stream()
                        .forEach(lines::add));

        assertThat(turtle.isIsomorphicWith(triples)).isTrue();
        assertThat(turtle.isIsomorphicWith(lines)).isTrue();
    }

    @Test
    void usesOnlyWordsThatAreDefined(HubClient hub) {
        Graph all = graph(hub, ALL, TURTLE, Lang.TURTLE);
        Graph own = graph(hub, "/catalog/v1/vocabulary", TURTLE, Lang.TURTLE);

        assertThat(used(all, Terms.OWN)).isNotEmpty().isSubsetOf(subjects(own));
        assertThat(codesOfOurLists(all, own)).isSubsetOf(subjects(own));
        Set<String> european = used(all, Terms.term("cv:").getURI());
        european.addAll(used(all, Terms.term("cpsv:").getURI()));
        assertThat(european).isNotEmpty().isSubsetOf(subjects(Shapes.vocabulary()));
    }

    @Test
    void choosesTheFormThatIsWantedMostAndRefusesOthers(HubClient hub) {
        String path = "/catalog/v1/services/" + hub.idOf("Barnbidrag");

        assertThat(type(hub.get(path))).isEqualTo("application/json");
        assertThat(type(hub.get(path, "Accept", "*/*"))).isEqualTo("application/json");
        assertThat(type(hub.get(path, "Accept", "application/json;q=0.5, text/turtle")))
                .isEqualTo(TURTLE);
        assertThat(type(hub.get(path, "Accept", "text/turtle;q=0.2, application/*;q=0.1, application/ld+json;q=0.9")))
                .isEqualTo(JSON_LD);
        HttpResponse<byte[]> refused = hub.get(path, "Accept", "application/rdf+xml");
        assertThat(refused.statusCode()).isEqualTo(406);
        assertThat(text(refused)).contains("text/turtle", "application/ld+json");
        assertThat(hub.get(path, "Accept", "text/turtle;q=0").statusCode()).isEqualTo(406);
    }

    @Test
    void isKeptReadyLikeJsonAndSaysWhatItVariesWith(HubClient hub) {
        String path = "/catalog/v1/services/" + hub.idOf("Flyttanmälan inom Sverige");
        HttpResponse<byte[]> first = hub.get(path, "Accept", TURTLE);
        long renderings = CountedWork.RENDERINGS.get();
        HttpResponse<byte[]> again = hub.get(path, "Accept", TURTLE);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(CountedWork.RENDERINGS).hasValue(renderings);
        assertThat(header(first, "Vary")).contains("Accept");
        assertThat(header(first, "Link")).contains("rel=\"profile\"", "rel=\"describedby\"", "rel=\"alternate\"");
        assertThat(header(hub.get(path), "Link")).contains(TURTLE, JSON_LD);
        assertThat(hub.get(path, "Accept", TURTLE, "If-None-Match", header(first, "ETag"))
                        .statusCode())
                .isEqualTo(304);
        assertThat(header(hub.get(path), "ETag")).isNotEqualTo(header(first, "ETag"));
    }

    @Test
    void jsonLdSaysWhatTurtleSays(HubClient hub) {
        String path = "/catalog/v1/services/" + hub.idOf("Byta efternamn eller förnamn");

        assertThat(graph(hub, path, JSON_LD, Lang.JSONLD).isIsomorphicWith(graph(hub, path, TURTLE, Lang.TURTLE)))
                .isTrue();
    }

    @Test
    void describesTheCatalogueAndItsForms(HubClient hub) {
        Graph dcat = graph(hub, "/catalog/v1/dcat", TURTLE, Lang.TURTLE);

        Shapes.check(dcat);
        assertThat(instances(dcat, "dcat:Distribution")).hasSize(6);
        Node api = instances(dcat, "dcat:DataService").get(0);
        assertThat(objects(dcat, api, "dcat:endpointDescription").toString()).contains("/catalog/v1/openapi.json");
        assertThat(graph(hub, "/catalog/v1/dcat", JSON_LD, Lang.JSONLD).isIsomorphicWith(dcat))
                .isTrue();
        for (Node distribution : instances(dcat, "dcat:Distribution")) {
            String address =
                    objects(dcat, distribution, "dcat:accessURL").get(0).getURI();
            String form = objects(dcat, distribution, "dcat:mediaType")
                    .get(0)
                    .getURI()
                    .replaceFirst(".*/media-types/", "");
            HttpResponse<byte[]> there = hub.get(address.substring(address.indexOf("/catalog")), "Accept", form);
            assertThat(there.statusCode()).as(form).isEqualTo(200);
            assertThat(type(there)).startsWith(form);
        }
    }

    @Test
    void namesWhereACopyOfTheWholeGoesOn(HubClient hub) {
        HttpResponse<byte[]> head = hub.send("HEAD", ALL, "Accept", TURTLE);

        String cursor = header(head, "Changes-After");
        assertThat(hub.json("/catalog/v1/changes?after=" + cursor)
                        .at("/meta/next")
                        .asString())
                .isEqualTo(cursor);
        assertThat(hub.get(ALL, "Accept", "application/ld+json").statusCode()).isEqualTo(406);
    }

    private static Set<String> used(Graph graph, String namespace) {
        return graph.stream()
                .flatMap(triple -> triple.predicateMatches(RDF.type.asNode())
                        ? Stream.of(triple.getObject())
                        : Stream.of(triple.getPredicate()))
                .map(Node::getURI)
                .filter(iri -> iri.startsWith(namespace))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Codes of those lists whose codes the vocabulary tells; others are open, or told in docs/vocabulary.md. */
    private static Set<String> codesOfOurLists(Graph all, Graph own) {
        Set<Node> closed = own.stream(Node.ANY, Terms.term("skos:inScheme"), Node.ANY)
                .map(Triple::getObject)
                .collect(Collectors.toSet());
        return all.stream(Node.ANY, Terms.term("skos:inScheme"), Node.ANY)
                .filter(triple -> closed.contains(triple.getObject()))
                .map(triple -> triple.getSubject().getURI())
                .collect(Collectors.toSet());
    }

    private static Set<String> subjects(Graph graph) {
        return graph.stream().map(triple -> triple.getSubject().toString()).collect(Collectors.toSet());
    }

    private static List<Node> instances(Graph graph, String type) {
        return graph.stream(Node.ANY, RDF.type.asNode(), Terms.term(type))
                .map(Triple::getSubject)
                .toList();
    }

    private static List<Node> objects(Graph graph, Node subject, String property) {
        return graph.stream(subject, Terms.term(property), Node.ANY)
                .map(Triple::getObject)
                .toList();
    }

    private static Graph graph(HubClient hub, String path, String accept, Lang lang) {
        HttpResponse<byte[]> response = hub.get(path, "Accept", accept);
        assertThat(response.statusCode()).isEqualTo(200);
        return Shapes.parsed(response.body(), lang);
    }

    private static String type(HttpResponse<byte[]> response) {
        return header(response, "Content-Type");
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private static String header(HttpResponse<byte[]> response, String name) {
        return String.join(", ", response.headers().allValues(name));
    }
}
