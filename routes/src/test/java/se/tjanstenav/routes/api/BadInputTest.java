package se.tjanstenav.routes.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import se.tjanstenav.routes.Contract;
import se.tjanstenav.routes.FederatedHub;
import se.tjanstenav.routes.HubClient;
import tools.jackson.databind.JsonNode;

/** Every parameter of the contract is given what nobody should send; thousands of requests, the same ones every time. */
@ExtendWith({FederatedHub.class, OutputCaptureExtension.class})
class BadInputTest {

    private static final String PLACE = "{id}";
    private static final long SEED = 20_261_129;
    private static final int RANDOM_VALUES = 60;

    private static final List<String> HOSTILE = List.of(
            "",
            " ",
            "0",
            "-1",
            "1e9",
            "99999999999999999999",
            "2147483648",
            "-9223372036854775809",
            "NaN",
            "0x10",
            "٣",
            "true",
            "null",
            "undefined",
            "[]",
            "{\"a\":1}",
            "a,b",
            ",",
            "../../../etc/passwd",
            "..%2f..%2f",
            "/",
            "%",
            "%00",
            "\u0000",
            "\u0001\u0002",
            "\u202eabc",
            "\ufeff",
            "\ud83d\ude80\ud83d\ude80",
            "e\u0301\u0301\u0301\u0301",
            "ﷺ",
            "' or '1'='1",
            "'; drop table service; --",
            "1) union select body from service--",
            "%27",
            "*:*",
            "name_sv:a* AND (",
            "a~9 b^1000 \"",
            "/(a+)+$/",
            "[a TO z}",
            "\\",
            "${jndi:ldap://127.0.0.1/a}",
            "#{7*7}",
            "${7*7}",
            "<script>alert(1)</script>",
            "\r\nSet-Cookie: a=b",
            "line\nline",
            "2026-02-30",
            "2026-13-01T00:00:00Z",
            "+999999999-12-31T23:59:60Z",
            "2026-11-29T00:00:00+99:99",
            "sv-SE-x-private",
            "a".repeat(201),
            "å".repeat(300),
            "a ".repeat(100),
            "(".repeat(150),
            "-".repeat(200));

    private final Random random = new Random(SEED);

    @Test
    void isNeverTheHubsFaultAndAlwaysExplained(HubClient hub, CapturedOutput log) {
        Map<Integer, Integer> answers = new TreeMap<>();
        for (String request : requests()) {
            HttpResponse<byte[]> answer = hub.get(request);
            answers.merge(answer.statusCode(), 1, Integer::sum);
            assertThat(answer.statusCode()).as(request).isBetween(200, 499);
            if (answer.statusCode() >= 400) {
                assertExplained(request, hub.json(answer));
            }
        }

        assertThat(answers.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThan(3_000);
        assertThat(answers).containsKeys(200, 400, 404);
        assertThat(log.getAll()).doesNotContain("\nline", "Set-Cookie: a=b", "The hub failed to answer");
    }

    private static void assertExplained(String request, JsonNode problem) {
        assertThat(problem.path("type").asString()).as(request).startsWith("urn:tjanstenav:problem:");
        assertThat(problem.path("detail").asString())
                .as(request)
                .isNotBlank()
                .doesNotContain("Exception", "se.tjanstenav", "java.", "SQL");
    }

    private List<String> requests() {
        List<String> requests = new ArrayList<>();
        Contract.document().path("paths").propertyStream().forEach(path -> {
            List<JsonNode> parameters =
                    path.getValue().path("get").path("parameters").valueStream().toList();
            String template = path.getKey().replaceAll("\\{[^}]+}", "{id}");
            String usable = template.replace(PLACE, "no-such-thing");
            if (template.contains(PLACE)) {
                values().filter(BadInputTest::canStandInAPath)
                        .forEach(value -> requests.add(template.replace(PLACE, encoded(value))));
            }
            parameters.stream()
                    .filter(parameter -> parameter.path("in").asString().equals("query"))
                    .map(parameter -> parameter.path("name").asString())
                    .forEach(name -> {
                        values().forEach(value -> requests.add(usable + "?" + name + "=" + encoded(value)));
                        requests.add(usable + "?" + name);
                        requests.add(usable + "?" + name + "=a&" + name + "=b");
                        requests.add(usable + "?" + name + "[]=a");
                        requests.add(usable + "?" + name.toUpperCase(Locale.ROOT) + "=1");
                    });
            requests.add(usable + "?"
                    + parameters.stream()
                            .map(parameter -> parameter.path("name").asString() + "=" + encoded("'\u0000"))
                            .collect(Collectors.joining("&")));
        });
        return requests;
    }

    private Stream<String> values() {
        return Stream.concat(HOSTILE.stream(), Stream.generate(this::anyText).limit(RANDOM_VALUES));
    }

    /** Any characters there are, in equal shares of those of one, two, three and four bytes. */
    private String anyText() {
        int[] bounds = {0x80, 0x800, 0xd800, 0x110000};
        return random.ints(1 + random.nextInt(40), 0, bounds.length)
                .map(size -> random.nextInt(bounds[size]))
                .filter(character -> character < 0xd800 || character > 0xdfff)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Dots would be another path, and an empty one the list. */
    private static boolean canStandInAPath(String value) {
        return !value.isBlank() && !value.contains("/") && !value.contains("..");
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8).replace("+", "%20");
    }
}
