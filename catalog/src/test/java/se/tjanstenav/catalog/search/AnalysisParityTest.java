package se.tjanstenav.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.hibernate.search.mapper.pojo.standalone.mapping.CloseableSearchMapping;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Both backends make the same terms of a text, at the same positions, whatever its language. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnalysisParityTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final OpenSearchBackend openSearch = OpenSearchBackend.open(
            new OpenSearchProperties(List.of(SharedOpenSearch.uri()), null, null, "analysis", null, "2.19"),
            UUID.randomUUID());
    private String index = "";
    private CloseableSearchMapping lucene;

    @BeforeAll
    void open(@TempDir Path folder) {
        lucene = LuceneMapping.start(folder);
        index = openSearch.create().orElseThrow().name();
    }

    @AfterAll
    void close() {
        lucene.close();
        openSearch.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Jag ska flytta och behöver göra en flyttanmälan till Skatteverket",
                "Bygglovsansökan för enbostadshus, attefallshus och altan på byggnadsnämndens bord",
                "Fordonets ägarbyte, körkortstillstånd; trängselskatt!",
                "ÅLDERSINTYGET är giltigt i en månad (30 dagar)",
                "föräldrapenningens lägstanivå och sjukpenninggrundande inkomst, SGI",
                "sammanhållen kommunikation – öppenhet, frihet & trygghet 2026-11-25",
                "Notification of change of address: moving houses, driving licences and children's allowances",
                "Rakennuslupahakemus talolle ja asumistuki perheille",
                "Boazodoallu ja sámi giella",
                "Zgłoszenie przeprowadzki · 通知 · إشعار · ανακοίνωση",
                "e-tjänst a.b.c 0771-567 567 info@agency.example https://agency.example/väg?x=1"
            })
    void makesTheSameTerms(String text) throws Exception {
        for (String analyzer : analyzers()) {
            assertThat(openSearchTerms(analyzer, text)).as(analyzer).isEqualTo(luceneTerms(analyzer, text));
        }
    }

    private static Set<String> analyzers() {
        Set<String> all = new LinkedHashSet<>();
        Stream.of(SearchLanguage.values()).forEach(language -> {
            all.add(language.analyzer());
            all.add(language.searchAnalyzer());
        });
        return all;
    }

    private List<String> luceneTerms(String name, String text) throws IOException {
        Analyzer analyzer = lucene.backend()
                .unwrap(org.hibernate.search.backend.lucene.LuceneBackend.class)
                .analyzer(name)
                .orElseThrow();
        List<String> terms = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("text", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
            stream.reset();
            int position = -1;
            while (stream.incrementToken()) {
                position += step.getPositionIncrement();
                terms.add(term + " at " + position);
            }
        }
        return terms;
    }

    private List<String> openSearchTerms(String analyzer, String text) throws Exception {
        URI uri = SharedOpenSearch.uri().resolve("/" + index + "/_analyze");
        String body = JSON.writeValueAsString(
                JSON.createObjectNode().put("analyzer", analyzer).put("text", text));
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(uri)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        List<String> terms = new ArrayList<>();
        for (JsonNode token : JSON.readTree(answer.body()).path("tokens")) {
            terms.add(token.path("token").asString() + " at "
                    + token.path("position").asInt());
        }
        return terms;
    }
}
