package se.tjanstenav.connectors.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes that people make in descriptors, each to be named at its place. */
class BrokenDescriptorsTest {

    private static final String VALID = """
            apiVersion: tjanstenav/v1
            kind: Connector
            metadata: {id: demo, agency: demo, title: Demo, owner: owner@demo.example}
            spec:
              egress: {hosts: [api.demo.example]}
              limits: {run: 10m}
              auth: {type: none}
              feeds:
                - name: services
                  kind: services
                  schedule: {every: PT1H}
                  request: {path: /services}
                  pagination: {type: none}
                  response: {format: json, records: /items, id: /id}
                  mapping: {language: jsonata, expression: "{'code': id}"}
            """;

    @Test
    void startsFromAValidOne() {
        assertThat(new DescriptorReader(SecretReferences.toFiles("known"::equals))
                        .read(VALID)
                        .problems())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {every: PT1H}              | {cron: "0 0 2 * * *", zone: Europe/Stokholm}        | /spec/feeds/0/schedule/zone | 11
            {every: PT1H}              | {cron: "0 0 2 30 2 *"}                              | /spec/feeds/0/schedule/cron | 11
            {every: PT1H}              | {every: 0s}                                         | /spec/feeds/0/schedule/every | 11
            {every: PT1H}              | {every: 999999999d}                                 | /spec/feeds/0/schedule/every | 11
            title: Demo                | title: Demo, organisationNumber: "202100-5449"      | /metadata/organisationNumber | 3
            title: Demo                | title: Demo, organisationNumber: "2021005448"       | /metadata/organisationNumber | 3
            title: Demo                | title: Demo, agencyKind: kommun                     | /metadata/agencyKind        | 3
            {run: 10m}                 | {run: 0s}                                           | /spec/limits/run            | 6
            {run: 10m}                 | {run: 999999999d}                                   | /spec/limits/run            | 6
            {run: 10m}                 | {response: 0ms}                                     | /spec/limits/response       | 6
            {run: 10m}                 | {connect: PT0S}                                     | /spec/limits/connect        | 6
            {run: 10m}                 | {bytes: 0B}                                         | /spec/limits/bytes          | 6
            {run: 10m}                 | {run: PT99999999999999999999H}                      | /spec/limits/run            | 6
            {path: /services}          | {path: "/ser<vices"}                                | /spec/feeds/0/request/path  | 12
            {path: /services}          | {path: "/100%"}                                     | /spec/feeds/0/request/path  | 12
            [api.demo.example]         | [api_demo.example]                                  | /spec/egress/hosts/0        | 5
            [api.demo.example]         | ["api.demo.example:99999"]                          | /spec/egress/hosts/0        | 5
            [api.demo.example]         | [api-.example]                                      | /spec/egress/hosts/0        | 5
            {type: none}               | {type: apiKey, header: Host, key: {secret: known}}  | /spec/auth/header           | 7
            """)
    void namesWhatCannotWork(String valid, String broken, String pointer, int line) {
        assertThat(new DescriptorReader(SecretReferences.toFiles("known"::equals))
                        .read(VALID.replaceFirst(
                                java.util.regex.Pattern.quote(valid), java.util.regex.Matcher.quoteReplacement(broken)))
                        .problems())
                .anySatisfy(problem -> {
                    assertThat(problem.pointer()).isEqualTo(pointer);
                    assertThat(problem.line()).isEqualTo(line);
                    assertThat(problem.remedy()).isNotBlank();
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            live: {}                                              | services        | /services         | /spec/feeds/0/kind
            live: {budget: 6s}                                    | processingTimes | /q                | /spec/feeds/0/live/budget
            live: {budget: 0s}                                    | processingTimes | /q                | /spec/feeds/0/live/budget
            live: {staleWhileRevalidate: 5m, staleIfError: 1m}    | processingTimes | /q                | /spec/feeds/0/live/staleIfError
            live: {services: []}                                  | channels        | /q                | /spec/feeds/0/live/services
            live: {fresh: 1m, stale: 1m}                          | channels        | /q                | /spec/feeds/0/live/stale
            live: {asked: A}                                      | channels        | /q                | /spec/feeds/0/live/asked
            live: {}                                              | channels        | "/q/{service}"    | /spec/feeds/0/request/path
            schedule: {every: 1h}                                 | channels        | "/q/{serviceKey}" | /spec/feeds/0/request
            conditional: true                                     | channels        | /q                | /spec/feeds/0/schedule
            """)
    void namesWhatALiveFeedMustNotBe(String instead, String kind, String path, String pointer) {
        String broken = VALID.replace("schedule: {every: PT1H}", instead)
                .replace("kind: services", "kind: " + kind)
                .replace("{path: /services}", "{path: " + path + "}");
        assertThat(new DescriptorReader(SecretReferences.toFiles("known"::equals))
                        .read(broken)
                        .problems())
                .isNotEmpty()
                .allSatisfy(problem -> {
                    assertThat(problem.pointer()).isEqualTo(pointer);
                    assertThat(problem.remedy()).isNotBlank();
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            live: {}, schedule: {every: 1h}
            live: {}, freshness: {fresh: 1h}
            live: {}, conditional: true
            live: {}, incremental: {parameter: since, field: /at, fullEvery: 7d}
            """)
    void namesWhatDoesNotGoWithLive(String both) {
        String broken = VALID.replace("schedule: {every: PT1H}", both.replace("}, ", "}\n      "))
                .replace("kind: services", "kind: channels");
        assertThat(new DescriptorReader(SecretReferences.toFiles("known"::equals))
                        .read(broken)
                        .problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.problem()).isEqualTo("this does not belong here"));
    }

    @Test
    void takesALiveFeedAsTheLanguageDescribesIt() {
        Live live = new DescriptorReader(SecretReferences.toFiles("known"::equals))
                .read(VALID.replace("schedule: {every: PT1H}", "live: {services: [A]}")
                        .replace("kind: services", "kind: processingTimes")
                        .replace("{path: /services}", "{path: \"/q/{serviceKey}\"}"))
                .descriptor()
                .orElseThrow()
                .spec()
                .feeds()
                .get(0)
                .live();
        assertThat(live)
                .isEqualTo(new Live(
                        Duration.ofMillis(800),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(60),
                        Duration.ofMinutes(15),
                        List.of("A"),
                        null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ["http://old.demo.example"]             | {type: none}                                       | /spec/egress/hosts/0
            ["http://old.demo.example:81"]          | {type: none}                                       | /spec/egress/hosts/0
            ["http://legacy.demo.example:8080"]     | {type: apiKey, header: X-Key, key: {secret: known}} | /spec/auth
            ["ftp://legacy.demo.example:8080"]      | {type: none}                                       | /spec/egress/hosts/0
            ["https://legacy.demo.example"]         | {type: none}                                       | /spec/egress/hosts/0
            ["http://http://legacy.demo.example"]   | {type: none}                                       | /spec/egress/hosts/0
            """)
    void namesPlainHttpThatTheOperatorDoesNotAllowOrThatWouldShowCredentials(
            String hosts, String auth, String pointer) {
        String broken = VALID.replace("[api.demo.example]", hosts).replace("auth: {type: none}", "auth: " + auth);
        assertThat(new DescriptorReader(SecretReferences.toFiles("known"::equals), "legacy.demo.example:8080"::equals)
                        .read(broken)
                        .problems())
                .extracting(Problem::pointer)
                .containsOnly(pointer);
    }

    @Test
    void tellsWhomToAskForPlainHttp() {
        String plain = VALID.replace("[api.demo.example]", "[\"http://legacy.demo.example:8080\"]");
        assertThat(new DescriptorReader(SecretReferences.toFiles("known"::equals), "legacy.demo.example:8080"::equals)
                        .read(plain)
                        .problems())
                .isEmpty();
        assertThat(new DescriptorReader(SecretReferences.toFiles("known"::equals))
                        .read(plain)
                        .problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.remedy())
                        .contains("the operator", "'legacy.demo.example:8080'", "plain-http-hosts"));
    }

    @Test
    void namesAUsernameTokenThatWouldGoOverPlainHttp() {
        String soap = soap().replace("[api.demo.example]", "[\"http://api.demo.example\"]")
                .replace(
                        "\"https://api.demo.example/ws\"",
                        "\"http://api.demo.example/ws\", wsSecurity: {usernameToken: {username: hub, password: {secret: known}}}");
        assertThat(new DescriptorReader(SecretReferences.toFiles("known"::equals), host -> true)
                        .read(soap)
                        .problems())
                .extracting(Problem::pointer)
                .containsExactly("/spec/soap/wsSecurity/usernameToken");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {type: page, parameter: p, size: 5}                | /spec/feeds/0/pagination
            {type: cursor, parameter: p, next: /n, total: /t}  | /spec/feeds/0/pagination/total
            {type: offset, parameter: p, first: 0}             | /spec/feeds/0/pagination/first
            {type: linkHeader, parameter: p}                   | /spec/feeds/0/pagination/parameter
            {type: page, parameter: p, next: /n}               | /spec/feeds/0/pagination/next
            """)
    void namesKeywordsOfPagingThatWouldDoNothing(String pagination, String pointer) {
        assertThat(new DescriptorReader(SecretReferences.toFiles("known"::equals))
                        .read(VALID.replace("pagination: {type: none}", "pagination: " + pagination))
                        .problems())
                .extracting(Problem::pointer)
                .contains(pointer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {format: csv, records: /items, id: /id}            | {type: none}                              | /response/records
            {format: csv, id: /id, faults: {path: /f}}         | {type: none}                              | /response/faults
            {format: csv, id: /a/b}                            | {type: none}                              | /response/id
            {format: csv, id: /id, csv: {separator: ";;"}}     | {type: none}                              | /response/csv/separator
            {format: csv, id: /id, csv: {encoding: UTF-16}}    | {type: none}                              | /response/csv/encoding
            {format: csv, id: /id}                             | {type: cursor, parameter: p, next: /n}    | /pagination/type
            {format: csv, id: /id}                             | {type: nextLink, next: /n}                | /pagination/type
            {format: csv, id: /id}                             | {type: page, parameter: p, total: /t}     | /pagination/total
            {format: json, id: /id}                            | {type: none}                              | /response/records
            {format: json, records: "", id: /id, csv: {}}      | {type: none}                              | /response/csv
            """)
    void namesWhatDoesNotFitTheFormat(String response, String pagination, String pointer) {
        String broken = VALID.replace("{format: json, records: /items, id: /id}", response)
                .replace("pagination: {type: none}", "pagination: " + pagination);
        assertThat(new DescriptorReader(SecretReferences.toFiles("known"::equals))
                        .read(broken)
                        .problems())
                .extracting(Problem::pointer)
                .contains("/spec/feeds/0" + pointer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {type: page, parameter: p}     | {path: /services}                                     | /pagination/type
            {type: linkHeader}             | {path: /services}                                     | /pagination/type
            {type: none}                   | {path: /services, headers: {If-None-Match: '*'}}      | /request/headers
            {type: none}                   | {path: /services, headers: {range: bytes=0-1}}        | /request/headers
            """)
    void namesWhatCannotBeAskedOnACondition(String pagination, String request, String pointer) {
        String broken = VALID.replace("pagination: {type: none}", "pagination: " + pagination)
                .replace("request: {path: /services}", "request: " + request + "\n      conditional: true");
        assertThat(new DescriptorReader(SecretReferences.toFiles("known"::equals))
                        .read(broken)
                        .problems())
                .extracting(Problem::pointer)
                .anySatisfy(at -> assertThat(at).startsWith("/spec/feeds/0" + pointer));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            incremental: {field: /at, fullEvery: 7d}                                      | /incremental/parameter
            incremental: {parameter: s, field: /at}                                       | /incremental/fullEvery
            incremental: {parameter: s, field: at, fullEvery: 7d}                         | /incremental/field
            incremental: {parameter: q, field: /at, fullEvery: 7d}                        | /incremental/parameter
            {conditional: true, incremental: {parameter: s, field: /at, fullEvery: 7d}}   | /incremental
            """)
    void namesWhatCannotBeHarvestedIncrementally(String lines, String pointer) {
        String incremental = lines.startsWith("{")
                ? lines.substring(1, lines.length() - 1).replace(", incremental", "\n      incremental")
                : lines;
        String broken = VALID.replace(
                "request: {path: /services}", "request: {path: /services, query: {q: x}}\n      " + incremental);
        assertThat(new DescriptorReader(SecretReferences.toFiles("known"::equals))
                        .read(broken)
                        .problems())
                .extracting(Problem::pointer)
                .containsExactly("/spec/feeds/0" + pointer);
    }

    @Test
    void namesAPositionThatSoapDoesNotAskForOrDoesNotHave() {
        String incremental =
                soap().replace("    request:", "    incremental: {field: /at, fullEvery: 7d}\n      request:");
        assertThat(new DescriptorReader(SecretReferences.toFiles("known"::equals))
                        .read(incremental)
                        .problems())
                .extracting(Problem::pointer)
                .containsExactly("/spec/feeds/0/incremental");
        assertThat(new DescriptorReader(SecretReferences.toFiles("known"::equals))
                        .read(soap().replace("{{today}}", "{{since}}"))
                        .problems())
                .extracting(Problem::pointer)
                .containsExactly("/spec/feeds/0/request/body");
    }

    @Test
    void readsCsvWithItsDefaults() {
        String csv = VALID.replace("{format: json, records: /items, id: /id}", "{format: csv, id: /Kod}");
        DescriptorReader.Result read = new DescriptorReader(SecretReferences.toFiles("known"::equals)).read(csv);
        assertThat(read.problems()).isEmpty();
        assertThat(read.descriptor()
                        .orElseThrow()
                        .spec()
                        .feeds()
                        .get(0)
                        .response()
                        .csv())
                .isEqualTo(new Response.Csv(",", null, "\""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                  | /spec/soap/wsSecurity
            {timestamp: false}                                  | /spec/soap/wsSecurity/timestamp
            {signature: {key: {secret: known}}}                 | /spec/soap/wsSecurity/timestamp
            {timestamp: true, signature: {}}                    | /spec/soap/wsSecurity/signature/key
            {timestamp: true, signature: {key: {secret: lost}}} | /spec/soap/wsSecurity/signature/key/secret
            """)
    void namesWhatIsWrongWithTheSecurityHeader(String security, String pointer) {
        String soap = soap().replace("/ws\"}", "/ws\", wsSecurity: " + security + "}");
        assertThat(new DescriptorReader(SecretReferences.toFiles("known"::equals))
                        .read(soap)
                        .problems())
                .extracting(Problem::pointer)
                .containsExactly(pointer);
    }

    private static String soap() {
        return VALID.replace(
                        "  auth: {type: none}", "  soap: {version: \"1.1\", endpoint: \"https://api.demo.example/ws\"}")
                .replace("{path: /services}", "{body: \"<l d='{{today}}'/>\"}")
                .replace("format: json", "format: soap");
    }

    @Test
    void namesASoapBodyThatNeverMovesOn() {
        String soap = soap().replace("pagination: {type: none}", "pagination: {type: page}");
        assertThat(new DescriptorReader(SecretReferences.toFiles("known"::equals))
                        .read(soap)
                        .problems())
                .extracting(Problem::pointer)
                .containsExactly("/spec/feeds/0/pagination");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            auth: {type: none}        | auth: {type: basic, username: "a:b", password: {secret: known}}         | /spec/auth/username
            auth: {type: none}        | auth: {type: basic, username: hub}                                      | /spec/auth/password
            auth: {type: none}        | codeLists: {audience: {A: [b]}}                                         | /spec/codeLists/audience/A
            pagination: {type: none}  | detail: {path: "/x/{kod}"}                                              | /spec/feeds/0/detail/path
            pagination: {type: none}  | detail: {path: "/x"}                                                    | /spec/feeds/0/detail/path
            pagination: {type: none}  | detail: {path: "/x/{id", concurrency: 2}                                | /spec/feeds/0/detail/path
            pagination: {type: none}  | detail: {path: "/x/{id}", concurrency: 9}                               | /spec/feeds/0/detail/concurrency
            pagination: {type: none}  | detail: {path: "/x/{id}", optional: [500]}                              | /spec/feeds/0/detail/optional/0
            pagination: {type: none}  | detail: {path: "/x/{id}", host: evil.example}                           | /spec/feeds/0/detail/host
            pagination: {type: none}  | detail: {path: "/x/{id}", values: {kod: /kod}}                          | /spec/feeds/0/detail/values/kod
            pagination: {type: none}  | detail: {path: "/x/{id}", query: {q: "{kod}"}}                          | /spec/feeds/0/detail/query/q
            pagination: {type: none}  | lookups: [{name: detail, request: {path: /x}, response: {format: json, records: "", id: /id}}]  | /spec/feeds/0/lookups/0/name
            pagination: {type: none}  | lookups: [{name: map, request: {path: /x}, response: {format: json, records: "", id: /id}}]     | /spec/feeds/0/lookups/0/name
            pagination: {type: none}  | lookups: [{name: x, request: {body: y}, response: {format: json, records: "", id: /id}}]        | /spec/feeds/0/lookups/0/request
            pagination: {type: none}  | lookups: [{name: x, request: {path: /x}, response: {format: json, records: "", id: /id}, maxRecords: 10001}] | /spec/feeds/0/lookups/0/maxRecords
            format: json, records: /items | format: turtle, records: /items                                     | /spec/feeds/0/response/records
            format: json, records: /items | format: turtle                                                      | /spec/feeds/0/response/class
            format: json, records: /items | format: jsonld, class: "nowhere:Thing"                              | /spec/feeds/0/response/class
            format: json, records: /items | format: json, records: /items, outerId: /id                         | /spec/feeds/0/response/outerId
            format: json, records: /items | format: json, records: /items, class: "cpsv:Rule"                   | /spec/feeds/0/response/class
            format: json, records: /items | format: json, records: /items, xml: {namespaces: {a: "urn:a"}}      | /spec/feeds/0/response/xml
            format: json, records: /items | format: xml, records: /r, xml: {namespaces: {a: "urn:a", b: "urn:a"}} | /spec/feeds/0/response/xml/namespaces
            {'code': id}              | {'code': $code('none', id)}                                             | /spec/feeds/0/mapping/expression
            """)
    void namesWhatIsWrongWithWhatGoesBeyondAList(String valid, String broken, String pointer) {
        assertThat(VALID).contains(valid);
        assertThat(new DescriptorReader(SecretReferences.toFiles("known"::equals))
                        .read(VALID.replace(valid, broken))
                        .problems())
                .anySatisfy(problem -> {
                    assertThat(problem.pointer()).startsWith(pointer);
                    assertThat(problem.remedy()).isNotBlank();
                });
    }
}
