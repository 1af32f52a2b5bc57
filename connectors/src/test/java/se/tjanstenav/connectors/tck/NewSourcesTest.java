package se.tjanstenav.connectors.tck;

import static com.github.tomakehurst.wiremock.client.WireMock.okForContentType;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.tjanstenav.catalog.Completeness;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.connectors.Feed;
import se.tjanstenav.connectors.RecordStream;
import se.tjanstenav.connectors.TestHub;
import se.tjanstenav.connectors.mapping.MappedRecord;
import se.tjanstenav.connectors.mapping.Warning;

/** Sources that the descriptor language was not made for, connected by a descriptor alone. */
class NewSourcesTest extends AgainstTestAgency {

    private static final Path CPSV_AP = Path.of("../../shared/data/cpsv-ap-3.2");

    /** Pages of units, services nested in them, translations nested in what a further call tells, offices elsewhere. */
    private static final String PAGED = """
            egress: {hosts: [api.agency.example]}
            limits: {requestsPerSecond: 500}
            auth: {type: basic, username: hub, password: {secret: password}}
            codeLists:
              audience: {CITIZEN: privatePerson, COMPANY: business, ANY: null}
              channel: {WEB: eService, DESK: visit}
            feeds:
              - name: list
                kind: services
                schedule: {every: 1h}
                request: {path: /v3/units, query: {expand: services}}
                pagination: {type: nextLink, next: /paging/next}
                response: {format: json, records: /units, each: /services, id: /id, outerId: /unit}
                detail: {path: "/v3/services/{id}", query: {unit: "{unit}"}, values: {unit: /unitRef}, pointer: /service, concurrency: 3}
                lookups:
                  - {name: offices, request: {path: /v3/offices}, response: {format: json, records: "", id: /code}}
                mapping:
                  language: jsonata
                  defaults: {description: {coverage: {country: SE}}}
                  expression: |
                    (
                      $texts := function($field) { $detail.translations{locale: $lookup($, $field)} };
                      {
                        "code": $outer.unit & "-" & id,
                        "description": {
                          "name": $texts("title"),
                          "summary": $texts("lead"),
                          "audiences": [$code("audience", $detail.target)]
                        },
                        "channels": [$detail.access.{
                          "type": $code("channel", kind),
                          "name": {"sv": $lookup($offices, office).name},
                          "url": link
                        }]
                      }
                    )
            """;

    @Test
    void connectsAPagedApiWithNestedListsTranslationsAndDetails() {
        agency.replyJson("/v3/units?expand=services", """
                {"units": [{"unit": "north", "services": [{"id": "a", "unitRef": "n"}, {"id": "b", "unitRef": "n"}]},
                           {"unit": "empty", "services": []}], "paging": {"next": "/v3/units?expand=services&p=2"}}
                """);
        agency.replyJson("/v3/units?expand=services&p=2", """
                {"units": [{"unit": "south", "services": [{"id": "a", "unitRef": "s"}]}], "paging": {"next": null}}
                """);
        agency.replyJson("/v3/offices", "[{\"code\": \"U1\", \"name\": \"Kontoret i Umeå\"}]");
        agency.replyJson(
                "/v3/services/a?unit=n", service("Bygglov", "Building permit", "[\"CITIZEN\", \"ANY\"]", "U1"));
        agency.replyJson("/v3/services/b?unit=n", service("Anmälan", "Notification", "\"COMPANY\"", "none"));
        agency.replyJson("/v3/services/a?unit=s", service("Bygglov", "Permit", "[\"CITIZEN\", \"PET\"]", "U1"));
        try (TestHub hub = agency.hub(PAGED, Map.of("password", "a password"))) {
            List<MappedRecord> mapped = mapped(TestAgency.feed(hub));
            assertThat(mapped)
                    .extracting(each -> each.contribution().externalId())
                    .containsExactly("north/a", "north/b", "south/a");
            assertThat(mapped.get(0).contribution().toString())
                    .contains("sv=Bygglov", "en=Building permit", "country=SE", "PRIVATE_PERSON", "Kontoret i Umeå");
            assertThat(mapped.get(1).contribution().toString()).contains("sv=Anmälan", "BUSINESS");
            assertThat(mapped.get(2).warnings()).singleElement().satisfies(warning -> {
                assertThat(warning.code()).isEqualTo(Warning.Code.UNKNOWN_CODE);
                assertThat(warning.detail()).contains("'PET'", "'audience'");
            });
        }
    }

    private static String service(String sv, String en, String target, String office) {
        return """
                {"service": {"translations": [{"locale": "sv", "title": "%s", "lead": "Kort"}, {"locale": "en", "title": "%s"}],
                 "target": %s, "access": [{"kind": "DESK", "office": "%s"}, {"kind": "WEB", "link": "https://agency.example/apply"}]}}
                """.formatted(sv, en, target, office);
    }

    @Test
    void connectsXmlWhoseNamesCollide() {
        agency.reply("/register.xml", okForContentType("application/xml", """
                <x:register xmlns:x="urn:agency:service" xmlns="urn:agency:person" xmlns:l="urn:agency:service">
                  <l:service code="A" l:code="internal"><x:name>Flytt</x:name><name>Eva Ek</name></l:service>
                  <service><name>not a service of the agency</name></service>
                  <x:service code="B"><name>Bo Ask</name><x:name>Bygg</x:name></x:service>
                </x:register>
                """));
        String spec = """
                egress: {hosts: [api.agency.example]}
                feeds:
                  - name: list
                    kind: services
                    schedule: {every: 1h}
                    request: {path: /register.xml}
                    response:
                      format: xml
                      xml: {namespaces: {s: "urn:agency:service", p: "urn:agency:person"}}
                      records: /s:register/s:service
                      id: /@code
                    mapping:
                      language: jsonata
                      expression: |
                        {"code": `@code`, "description": {"name": {"sv": `s:name`}, "summary": {"sv": `p:name` & " " & `@s:code`}}}
                """;
        try (TestHub hub = agency.hub(spec, Map.of())) {
            List<MappedRecord> mapped = mapped(TestAgency.feed(hub));
            assertThat(mapped)
                    .extracting(each -> each.contribution().service().code())
                    .containsExactly("A", "B");
            assertThat(mapped.get(0).contribution().toString()).contains("sv=Flytt", "sv=Eva Ek internal");
            assertThat(mapped.get(1).contribution().toString()).contains("sv=Bygg", "sv=Bo Ask");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "jsonld, application/ld+json, example-rdf_public_service.jsonld",
        "turtle, text/turtle, example-rdf_public_service.ttl"
    })
    void connectsACatalogueInLinkedData(String format, String type, String file) throws IOException {
        Path example = CPSV_AP.resolve(file);
        assumeTrue(Files.isReadable(example), "skipped: ../shared/data/cpsv-ap-3.2 is absent beside the repository");
        agency.reply("/catalogue", okForContentType(type, Files.readString(example)));
        String spec = """
                egress: {hosts: [api.agency.example]}
                feeds:
                  - name: list
                    kind: services
                    schedule: {every: 1h}
                    request: {path: /catalogue}
                    response: {format: %s, class: "http://purl.org/vocab/cpsv#PublicService", id: /@id}
                    mapping:
                      language: jsonata
                      expression: |
                        {"code": `dct:identifier`, "description": {
                          "name": `dct:title`{`@language`: `@value`},
                          "description": `dct:description`{`@language`: `@value`},
                          "requirements": [`cv:holdsRequirement`.(`dct:title`{`@language`: `@value`})],
                          "evidence": [`cpsv:hasInput`.{"name": `dct:title`{`@language`: `@value`}}]},
                         "channels": [`cv:contactPoint`.{"type": "phone", "phone": `cv:telephone`}]}
                """.formatted(format);
        try (TestHub hub = agency.hub(spec, Map.of())) {
            MappedRecord mapped = mapped(TestAgency.feed(hub)).get(0);
            Contribution contribution = mapped.contribution();
            assertThat(contribution.service().code()).isEqualTo("Tax-on-web");
            assertThat(contribution.toString())
                    .contains(
                            "fr=Service pour la déclaration",
                            "Request to provide certificate about childcare costs",
                            "fr=Attestation garde d'enfants",
                            "+32 257 25757");
            assertThat(mapped.warnings()).extracting(Warning::code).containsExactly(Warning.Code.NO_SWEDISH_NAME);
        }
    }

    private static List<MappedRecord> mapped(Feed feed) {
        try (RecordStream stream = feed.open()) {
            List<MappedRecord> mapped = new ArrayList<>();
            stream.forEachRemaining(record -> mapped.add(feed.map(record)));
            assertThat(stream.completeness()).isEqualTo(Completeness.COMPLETE);
            return mapped;
        }
    }
}
