package se.tjanstenav.mocks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.apache.cxf.staxutils.StaxUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import se.tjanstenav.mocks.agency.Agency;
import se.tjanstenav.mocks.records.RawRecord;
import tools.jackson.databind.json.JsonMapper;

/** The data of every listed agency: complete, consistent, in both languages, and valid against the schema that is served. */
class DataTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Stream<Agency> agencies() {
        return Agency.all().stream().filter(each -> !each.external());
    }

    static Stream<Agency> soapAgencies() {
        return agencies().filter(each -> each.soap() != null);
    }

    @Test
    void everyFolderIsListedWithHostAndPortOfItsOwn() throws IOException {
        List<Agency> all = Agency.all();
        try (Stream<Path> folders = Files.list(AgencyFeed.root())) {
            assertThat(folders.filter(each -> Files.exists(each.resolve("agency.json")))
                            .map(each -> each.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            all.stream().map(Agency::id).toList());
        }
        assertThat(all).extracting(Agency::host).doesNotHaveDuplicates();
        assertThat(all).extracting(Agency::demoPort).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("agencies")
    void everyFileIsNamedAndEveryNamedFileIsThere(Agency agency) {
        Set<String> named = new TreeSet<>(Set.of("agency.json", "README.md"));
        AgencyFeed.of(agency).forEach(feed -> named.add(feed.layout().file()));
        if (agency.soap() != null) {
            named.add(agency.soap().wsdl());
        }
        List<String> files = AgencyFeed.files(agency);
        files.removeIf(file -> agency.soap() == null && file.startsWith("mappings/"));
        assertThat(files).containsExactlyInAnyOrderElementsOf(named);
    }

    @ParameterizedTest
    @MethodSource("agencies")
    void everyFileIsItsRecordsOneAfterTheOther(Agency agency) throws IOException {
        for (AgencyFeed feed : AgencyFeed.of(agency)) {
            try (InputStream whole = feed.data().body().stream(UTF_8)) {
                assertThat(new String(whole.readAllBytes(), UTF_8))
                        .as(feed.layout().file())
                        .isEqualTo(Agency.text(agency.id() + "/" + feed.layout().file()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("agencies")
    void recordsHaveIdentitiesOfTheirOwn(Agency agency) {
        assertThat(AgencyFeed.of(agency)).hasSizeGreaterThanOrEqualTo(3).allSatisfy(feed -> assertThat(feed.ids())
                .as(feed.layout().file())
                .doesNotHaveDuplicates()
                .doesNotContain(""));
    }

    /** A feed whose records mostly name records of another feed holds times, commitments or the like; all of it must. */
    @ParameterizedTest
    @MethodSource("agencies")
    void timesAndCommitmentsNameServices(Agency agency) {
        List<AgencyFeed> feeds = AgencyFeed.of(agency);
        Map<Boolean, List<AgencyFeed>> byReferring =
                feeds.stream().collect(Collectors.partitioningBy(feed -> share(feed, feeds) > 0.5));
        assertThat(byReferring.get(false)).isNotEmpty().allSatisfy(services -> assertThat(services.ids())
                .hasSizeBetween(8, 25));
        assertThat(byReferring.get(true)).hasSizeGreaterThanOrEqualTo(2).allSatisfy(referring -> {
            assertThat(referring.ids()).hasSizeGreaterThanOrEqualTo(6);
            assertThat(referring.records())
                    .allMatch(record -> namesAnotherFeedsRecord(record, referring, feeds), "names a service");
        });
    }

    @ParameterizedTest
    @MethodSource("agencies")
    void textsAreInBothLanguages(Agency agency) {
        for (AgencyFeed feed : AgencyFeed.of(agency)) {
            String text = Agency.text(agency.id() + "/" + feed.layout().file());
            assertThat(Languages.untranslated(feed.layout(), text))
                    .as(feed.layout().file())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("soapAgencies")
    void soapAnswersAreValidAgainstTheirWsdl(Agency agency) throws Exception {
        Agency.Soap soap = Objects.requireNonNull(agency.soap());
        Document definitions = StaxUtils.read(new StringReader(Agency.text(agency.id() + "/" + soap.wsdl())));
        Validator validator = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(schemas(definitions))
                .newValidator();
        for (Agency.Operation operation : soap.operations()) {
            validator.validate(new StreamSource(new StringReader(Agency.text(agency.id() + "/" + operation.answer()))));
        }
    }

    @Test
    void aggregatorNamesTheAuthoritiesOwnCodeOfEveryServiceItDescribesForThem() {
        Set<String> own = new HashSet<>();
        for (String agency : List.of("skatteverket", "bolagsverket")) {
            AgencyFeed.of(Agency.of(agency)).forEach(feed -> own.addAll(feed.ids()));
        }
        List<String> others = new ArrayList<>();
        JSON.readTree(Agency.text("tillvaxtverket/public-services.json")).forEach(each -> {
            if (!each.at("/hasCompetentAuthority/identifier").asString().equals("202100-6198")) {
                String same = each.path("sameAs").asString("");
                others.add(same.isEmpty() ? each.path("identifier").asString() : same.replaceFirst(".*/", ""));
            }
        });
        assertThat(others).hasSizeGreaterThanOrEqualTo(4);
        assertThat(own).containsAll(others);
    }

    /** Which part of a feed's records name a record of another feed. */
    private static double share(AgencyFeed feed, List<AgencyFeed> all) {
        List<RawRecord> records = feed.records();
        return (double) records.stream()
                        .filter(record -> namesAnotherFeedsRecord(record, feed, all))
                        .count()
                / records.size();
    }

    private static boolean namesAnotherFeedsRecord(RawRecord record, AgencyFeed feed, List<AgencyFeed> all) {
        return all.stream()
                .filter(other -> !other.layout().file().equals(feed.layout().file()))
                .flatMap(other -> other.ids().stream())
                .anyMatch(id -> Pattern.compile("(?<![\\w-])" + Pattern.quote(id) + "(?![\\w-])")
                        .matcher(record.text())
                        .find());
    }

    /** The schemas of a WSDL, each with the prefixes that the WSDL declares around it. */
    private static Source[] schemas(Document definitions) {
        var found = definitions.getElementsByTagNameNS(XMLConstants.W3C_XML_SCHEMA_NS_URI, "schema");
        NamedNodeMap around = definitions.getDocumentElement().getAttributes();
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .peek(schema -> IntStream.range(0, around.getLength())
                        .mapToObj(i -> (Attr) around.item(i))
                        .filter(each -> XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(each.getNamespaceURI()))
                        .forEach(each -> schema.setAttributeNS(
                                XMLConstants.XMLNS_ATTRIBUTE_NS_URI, each.getName(), each.getValue())))
                .map(DOMSource::new)
                .toArray(Source[]::new);
    }
}
