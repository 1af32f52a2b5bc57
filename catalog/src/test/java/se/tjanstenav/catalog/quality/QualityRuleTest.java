package se.tjanstenav.catalog.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.tjanstenav.catalog.model.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which rules a service breaks: a good one none, and one that lacks a single thing the one rule about that. */
class QualityRuleTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String GOOD = """
            {"id": "s1", "key": {"authority": "skatteverket", "code": "F1"},
             "description": {
               "name": {"sv": "Flyttanmälan", "en": "Moving"},
               "summary": {"sv": "Anmäl att du flyttar.", "en": "Tell that you move."},
               "homepage": "https://www.skatteverket.se/flytt",
               "evidence": [{"name": {"sv": "Hyreskontrakt"}, "page": "https://www.skatteverket.se/kontrakt"}]},
             "channels": [
               {"type": "phone", "phone": "0771-567 567",
                "openingHours": [{"days": ["MONDAY"], "opens": "08:00", "closes": "16:00"}]},
               {"type": "eService", "url": "https://www.skatteverket.se/e"}],
             "processingTimes": [
               {"kind": "observed", "statistic": "median", "value": 7, "unit": "days",
                "startEvent": "completeApplicationReceived", "endEvent": "decision"}],
             "commitments": [{"code": "A1", "aspect": "processingTime", "statement": {"sv": "Beslut inom tio dagar"}}],
             "provenance": [
               {"group": "description", "feed": {"connector": "skatteverket", "feed": "services"}, "agency": "skatteverket",
                "competentAuthority": true, "retrievedAt": "2026-11-01T00:00:00Z"}],
             "changedAt": "2026-11-01T00:00:00Z"}
            """;

    @Test
    void aGoodServiceBreaksNone() {
        assertThat(QualityRule.brokenBy(service(GOOD))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "MISSING_LANGUAGE | , \"en\": \"Moving\" | ``",
                "MISSING_LANGUAGE | \"sv\": \"Flyttanmälan\", | ``",
                "MISSING_LANGUAGE | , \"en\": \"Tell that you move.\" | ``",
                "MISSING_SUMMARY | \"summary\": {\"sv\": \"Anmäl att du flyttar.\", \"en\": \"Tell that you move.\"}, | ``",
                "SUSPICIOUS_LINK | https://www.skatteverket.se/flytt | http://www.skatteverket.se/flytt",
                "SUSPICIOUS_LINK | https://www.skatteverket.se/kontrakt | https://intranet/kontrakt",
                "SUSPICIOUS_LINK | https://www.skatteverket.se/e | https://10.0.0.7/e",
                "SUSPICIOUS_LINK | https://www.skatteverket.se/e | https://[::1]/e",
                "MISSING_OPENING_HOURS | {\"days\": [\"MONDAY\"], \"opens\": \"08:00\", \"closes\": \"16:00\"} | ``",
                "WARNED | \"2026-11-01T00:00:00Z\"}] | \"2026-11-01T00:00:00Z\", \"warnings\": [\"UNKNOWN_CODE\"]}]"
            })
    void aServiceThatLacksOneThingBreaksOneRule(QualityRule rule, String good, String bad) {
        String worse = GOOD.replace(good, bad);
        assertThat(worse).isNotEqualTo(GOOD);

        assertThat(QualityRule.brokenBy(service(worse))).containsExactly(rule);
    }

    @ParameterizedTest
    @CsvSource({"NO_CONTACT,channels", "NO_PROCESSING_TIME,processingTimes", "NO_COMMITMENT,commitments"})
    void aServiceWithoutSomethingWholeBreaksOneRule(QualityRule rule, String list) {
        assertThat(QualityRule.brokenBy(service(without(list)))).containsExactly(rule);
    }

    @Test
    void aChannelThatTellsNoWayToReachItIsNoContact() {
        String worse = GOOD.replace("\"phone\": \"0771-567 567\",", "")
                .replace(", \"url\": \"https://www.skatteverket.se/e\"", "");

        assertThat(QualityRule.brokenBy(service(worse))).containsExactly(QualityRule.NO_CONTACT);
    }

    @Test
    void aCheckHoldsForTwoYearsToTheDay() {
        assertThat(QualityRule.oldestCheck(LocalDate.of(2026, 11, 1))).isEqualTo("2024-11-01");
    }

    @Test
    void allRulesTogetherTakeAllPoints() {
        assertThat(Stream.of(QualityRule.values()).mapToInt(QualityRule::weight).sum())
                .isEqualTo(100);
        assertThat(QualityRule.values()).allSatisfy(rule -> {
            assertThat(rule.text().byLanguage()).containsOnlyKeys("sv", "en");
            assertThat(rule.remedy().byLanguage()).containsOnlyKeys("sv", "en");
        });
    }

    private static String without(String list) {
        JsonNode tree = JSON.readTree(GOOD);
        tree.withArray(list).removeAll();
        return tree.toString();
    }

    private static Service service(String json) {
        return JSON.readValue(json, Service.class);
    }
}
