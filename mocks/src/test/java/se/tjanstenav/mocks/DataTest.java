package se.tjanstenav.mocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.XMLConstants;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.apache.cxf.staxutils.StaxUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The data itself: complete in both languages, consistent, and valid against the schema that is served. */
class DataTest {

    @ParameterizedTest
    @CsvSource({
        "skatteverket, services, kod, processing-times, commitments, tjanstekod",
        "skelleftea, tjanster, artikel_id, handlaggningstider, tjanstegarantier, artikel_id",
        "tillvaxtverket, public-services, identifier, processing-times, commitments, service"
    })
    void jsonDescribesServicesThatTimesAndCommitmentsReferTo(
            String agency, String services, String code, String times, String commitments, String reference) {
        Set<String> codes = new TreeSet<>();
        records(agency, services).forEach(each -> codes.add(each.path(code).asString()));
        assertThat(codes).hasSize(records(agency, services).size()).hasSizeGreaterThanOrEqualTo(8);
        for (String feed : List.of(times, commitments)) {
            assertThat(records(agency, feed).size()).isGreaterThanOrEqualTo(6);
            assertThat(records(agency, feed))
                    .allSatisfy(each -> assertThat(codes).contains(code(each.path(reference))));
        }
        for (String feed : List.of(services, times, commitments)) {
            assertThat(untranslated(records(agency, feed), "")).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "bolagsverket, hamta-tjanster, Tjanst, Kod, hamta-handlaggningstider, Handlaggningstid, hamta-ataganden, Atagande, TjanstKod",
        "forsakringskassan, get-services, service, serviceCode, get-processing-times, processingTime, get-commitments, commitment, serviceCode"
    })
    void xmlDescribesServicesThatTimesAndCommitmentsReferTo(
            String agency,
            String services,
            String service,
            String code,
            String times,
            String time,
            String commitments,
            String commitment,
            String reference)
            throws Exception {
        List<Element> described = elements(xml(agency, services), service);
        Set<String> codes = new TreeSet<>();
        described.forEach(each -> codes.add(value(each, code)));
        assertThat(codes).hasSize(described.size()).hasSizeGreaterThanOrEqualTo(8);
        for (Map.Entry<String, String> feed :
                Map.of(times, time, commitments, commitment).entrySet()) {
            List<Element> records = elements(xml(agency, feed.getKey()), feed.getValue());
            assertThat(records).hasSizeGreaterThanOrEqualTo(6);
            assertThat(records).allSatisfy(each -> assertThat(codes).contains(value(each, reference)));
        }
        for (String feed : List.of(services, times, commitments)) {
            assertThat(elements(xml(agency, feed), "*")).allSatisfy(DataTest::hasBothLanguages);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "bolagsverket, tjanstekatalog.wsdl, hamta-tjanster.xml",
        "bolagsverket, tjanstekatalog.wsdl, hamta-handlaggningstider.xml",
        "bolagsverket, tjanstekatalog.wsdl, hamta-ataganden.xml",
        "forsakringskassan, service-catalogue.wsdl, get-services.xml",
        "forsakringskassan, service-catalogue.wsdl, get-processing-times.xml",
        "forsakringskassan, service-catalogue.wsdl, get-commitments.xml"
    })
    void soapAnswersAreValidAgainstTheirWsdl(String agency, String wsdl, String answer) throws Exception {
        Document definitions = StaxUtils.read(new StringReader(Agency.text(agency + "/" + wsdl)));
        Element schema = elements(definitions, "schema").get(0);
        for (int i = 0; i < definitions.getDocumentElement().getAttributes().getLength(); i++) {
            Attr attribute =
                    (Attr) definitions.getDocumentElement().getAttributes().item(i);
            if (XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())) {
                schema.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, attribute.getName(), attribute.getValue());
            }
        }
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(new DOMSource(schema))
                .newValidator()
                .validate(new StreamSource(new StringReader(Agency.text(agency + "/" + answer))));
    }

    @Test
    void aggregatorDescribesServicesUnderTheirAuthoritiesOwnCodes() throws Exception {
        Set<String> own = new TreeSet<>();
        records("skatteverket", "services")
                .forEach(each -> own.add(each.path("kod").asString()));
        elements(xml("bolagsverket", "hamta-tjanster"), "Tjanst").forEach(each -> own.add(each.getAttribute("Kod")));
        List<String> others = new ArrayList<>();
        records("tillvaxtverket", "public-services").forEach(each -> {
            if (!each.at("/hasCompetentAuthority/identifier").asString().equals("202100-6198")) {
                others.add(each.path("identifier").asString());
            }
        });
        assertThat(others).hasSizeGreaterThanOrEqualTo(4);
        assertThat(own).containsAll(others);
    }

    private static JsonNode records(String agency, String feed) {
        JsonNode document = JsonMapper.builder().build().readTree(Agency.text(agency + "/" + feed + ".json"));
        return document.isArray() ? document : document.path("@graph");
    }

    private static String code(JsonNode reference) {
        String text = reference.isObject() ? reference.path("@id").asString() : reference.asString();
        return text.substring(text.lastIndexOf('/') + 1);
    }

    /** Paths of texts that lack one of the languages, in any of the three ways of writing translations. */
    private static List<String> untranslated(JsonNode node, String path) {
        List<String> missing = new ArrayList<>();
        if (node.isObject()) {
            node.forEachEntry((name, value) -> {
                String other = name.equals("sv")
                        ? "en"
                        : name.endsWith("Sv") ? name.substring(0, name.length() - 2) + "En" : name;
                if (node.path(other).isMissingNode()
                        || node.path(other).isNull() != value.isNull()
                        || node.path(other).size() == 0 != (value.size() == 0)
                        || (value.isString() && value.asString().isBlank())) {
                    missing.add(path + "/" + name);
                }
            });
        } else if (node.isArray() && node.at("/0/@language").isString()) {
            Set<String> languages = new TreeSet<>();
            node.forEach(each -> languages.add(each.path("@language").asString()));
            if (!languages.equals(Set.of("sv", "en"))) {
                missing.add(path);
            }
        }
        int index = 0;
        for (JsonNode child : node) {
            missing.addAll(untranslated(child, path + "/" + index++));
        }
        return missing;
    }

    private static void hasBothLanguages(Element element) {
        Set<String> inSwedish = new TreeSet<>();
        Set<String> inEnglish = new TreeSet<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element text) {
                String language = text.hasAttribute("Sprak") ? text.getAttribute("Sprak") : text.getLocalName();
                String name = text.hasAttribute("Sprak") ? text.getLocalName() : "text";
                if (language.equals("sv")) {
                    inSwedish.add(name);
                } else if (language.equals("en")) {
                    inEnglish.add(name);
                }
            }
        }
        assertThat(inEnglish).as("translations in %s", element.getLocalName()).isEqualTo(inSwedish);
    }

    private static Document xml(String agency, String feed) throws Exception {
        return StaxUtils.read(new StringReader(Agency.text(agency + "/" + feed + ".xml")));
    }

    private static String value(Element element, String name) {
        return element.hasAttribute(name)
                ? element.getAttribute(name)
                : elements(element, name).get(0).getTextContent();
    }

    private static List<Element> elements(Node node, String name) {
        NodeList found = node instanceof Document document
                ? document.getElementsByTagNameNS("*", name)
                : ((Element) node).getElementsByTagNameNS("*", name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }
}
