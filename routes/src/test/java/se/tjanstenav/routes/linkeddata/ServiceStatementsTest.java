package se.tjanstenav.routes.linkeddata;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.junit.jupiter.api.Test;
import se.tjanstenav.catalog.model.Agency;
import se.tjanstenav.catalog.model.LocalizedText;
import se.tjanstenav.catalog.model.Service;
import se.tjanstenav.catalog.model.ServiceId;
import se.tjanstenav.catalog.model.TimeUnit;

/** What is said of a rich service is read back by a reader of RDF. */
class ServiceStatementsTest {

    private static final String SELF = "https://hub.example/catalog/v1/services/" + ServiceId.of(RichService.KEY);

    private final ServiceStatements statements =
            new ServiceStatements(new Iris("https://hub.example"), new Codes(new ConceptLabels()));
    private final Service service = RichService.service();
    private final Graph read = Shapes.parsed(written(RdfForm.TURTLE), Lang.TURTLE);
    private final Node self = NodeFactory.createURI(SELF);

    @Test
    void keepsNamesAndTextsInTheirLanguages() {
        assertThat(texts(self, "dct:title"))
                .containsExactly("\"Building permit for a deck\"@en", "\"Bygglov för \\\"altan\\\"\"@sv");
        assertThat(lexical(self, "dct:description")).contains("Du behöver lov.\n\nAnsök i tid.");
        assertThat(texts(self, "dcat:keyword")).containsExactly("\"altan\"@sv", "\"deck\"@en", "\"uteplats\"@sv");
        assertThat(lexical(self, "tn:whyNotOffered")).containsExactly("Systemet byts.");
    }

    @Test
    void keepsChannelsWithTheirHoursAndNumbers() {
        List<Node> channels = objects(self, "cv:hasChannel");

        assertThat(channels).hasSize(4);
        Node phone = channels.stream()
                .filter(channel -> lexical(channel, "dct:title").contains("Kontaktcenter"))
                .findFirst()
                .orElseThrow();
        Node contact = objects(phone, "tn:contactPoint").get(0);
        assertThat(objects(self, "cv:contactPoint")).contains(contact);
        assertThat(lexical(contact, "cv:telephone")).containsExactly("0910-73 50 00");
        assertThat(lexical(contact, "cv:email")).containsExactly("bygg@norrby.example");
        Node hours = objects(phone, "cv:openingHours").get(0);
        assertThat(lexical(hours, "schema:opens")).containsExactly("08:00:00");
        assertThat(lexical(hours, "schema:closes")).containsExactly("16:30:00");
        assertThat(objects(hours, "schema:dayOfWeek").toString()).contains("Monday", "Friday");
        assertThat(texts(hours, "dct:description"))
                .containsExactly("\"Monday, Friday 08:00–16:30\"@en", "\"måndag, fredag 08:00–16:30\"@sv");
        assertThat(objects(phone, "dct:language").toString()).contains("/language/SWE", "/language/FIN");
        assertThat(objects(phone, "dct:spatial")).isEmpty();
        assertThat(channels.stream()
                        .filter(channel -> lexical(channel, "dct:title").contains("Norra kontoret"))
                        .map(office -> objects(office, "dct:spatial").toString()))
                .hasSize(2)
                .allSatisfy(place -> assertThat(place).contains("place:SE-municipality-2482"));
    }

    @Test
    void keepsTimesAsTheyWereMeasuredAndTheBestAsADuration() {
        assertThat(objects(self, "cv:processingTime"))
                .containsExactly(NodeFactory.createLiteralDT("P38D", XSDDatatype.XSDduration));
        List<Node> times = objects(self, "tn:processingTime");
        assertThat(times).hasSize(3);
        Node working = times.stream()
                .filter(time -> lexical(time, "tn:value").contains("12"))
                .findFirst()
                .orElseThrow();
        assertThat(objects(working, "tn:duration")).isEmpty();
        assertThat(objects(working, "tn:unit").toString()).contains("unit:workingDays");
        assertThat(objects(working, "tn:statistic").toString()).contains("statistic:p80");
        assertThat(lexical(working, "tn:periodFrom")).containsExactly("2026-07-01");
        Node letter = objects(self, "cv:hasChannel").stream()
                .filter(channel -> !objects(channel, "cv:processingTime").isEmpty())
                .findFirst()
                .orElseThrow();
        assertThat(lexical(letter, "cv:processingTime")).containsExactly("PT1260H");
    }

    @Test
    void keepsPromisesWithTargetAndOutcome() {
        Node commitment = objects(self, "tn:commitment").get(0);

        assertThat(lexical(commitment, "tn:notBetween")).containsExactly("06-01/08-31");
        assertThat(lexical(objects(commitment, "tn:target").get(0), "tn:duration"))
                .containsExactly("P70D");
        Node outcome = objects(commitment, "tn:computedOutcome").get(0);
        assertThat(objects(outcome, "tn:status").toString()).contains("outcome:kept");
        assertThat(objects(self, "tn:processingTime")).containsAll(objects(outcome, "tn:heldAgainst"));
    }

    @Test
    void namesByTheAuthoritiesWhatTheyHaveNamesFor() {
        assertThat(objects(self, "cv:sector").toString()).contains("nace2.1/4100", "nace2.1/4399");
        assertThat(objects(self, "dct:spatial").toString()).contains("place:SE-municipality-2482");
        assertThat(objects(self, "cv:hasCost").stream()
                        .flatMap(cost -> objects(cost, "cv:currency").stream())
                        .distinct())
                .containsExactly(
                        NodeFactory.createURI("http://publications.europa.eu/resource/authority/currency/SEK"));
        assertThat(objects(self, "cv:isGroupedBy").toString())
                .contains("lifeEvent:buildingAHome", "ok%C3%A4nd%20h%C3%A4ndelse");
    }

    @Test
    void keepsToTheShapesAlone() {
        Shapes.check(read);
    }

    @Test
    void saysTheSameInTheSameBytesAndInEveryForm() {
        assertThat(written(RdfForm.TURTLE)).isEqualTo(written(RdfForm.TURTLE));
        assertThat(new String(written(RdfForm.JSON_LD), StandardCharsets.UTF_8))
                .isEqualTo(new String(written(RdfForm.JSON_LD), StandardCharsets.UTF_8));
        assertThat(Shapes.parsed(written(RdfForm.JSON_LD), Lang.JSONLD).isIsomorphicWith(read))
                .isTrue();
        assertThat(Shapes.parsed(written(RdfForm.N_TRIPLES), Lang.NTRIPLES).isIsomorphicWith(read))
                .isTrue();
    }

    @Test
    void aTimeIsADurationOnlyWhereItsUnitIsAlwaysEquallyLong() {
        assertThat(Durations.of(new BigDecimal("3"), TimeUnit.MONTHS)).isEqualTo("P3M");
        assertThat(Durations.of(new BigDecimal("1.5"), TimeUnit.MONTHS)).isNull();
        assertThat(Durations.of(new BigDecimal("2"), TimeUnit.WEEKS)).isEqualTo("P14D");
        assertThat(Durations.of(new BigDecimal("0.5"), TimeUnit.DAYS)).isEqualTo("PT12H");
        assertThat(Durations.of(new BigDecimal("20"), TimeUnit.MINUTES)).isEqualTo("PT20M");
        assertThat(Durations.of(new BigDecimal("5"), TimeUnit.WORKING_DAYS)).isNull();
        assertThat(Durations.of(new BigDecimal("5"), TimeUnit.WORKING_HOURS)).isNull();
    }

    private byte[] written(RdfForm form) {
        Agency agency = new Agency(RichService.MUNICIPALITY, LocalizedText.swedish("Norrby kommun"));
        return form.write(statements.of(service, Map.of(agency.id(), agency), id -> false));
    }

    private List<Node> objects(Node subject, String property) {
        return read.stream(subject, Terms.term(property), Node.ANY)
                .map(Triple::getObject)
                .toList();
    }

    private List<String> lexical(Node subject, String property) {
        return objects(subject, property).stream()
                .map(Node::getLiteralLexicalForm)
                .toList();
    }

    private TreeSet<String> texts(Node subject, String property) {
        TreeSet<String> texts = new TreeSet<>();
        objects(subject, property).forEach(text -> texts.add(text.toString()));
        return texts;
    }
}
