package se.tjanstenav.routes.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.tjanstenav.routes.FederatedHub;
import se.tjanstenav.routes.HubClient;
import tools.jackson.databind.JsonNode;

/** What a portal is told beside the hits. */
@ExtendWith(FederatedHub.class)
class SearchAnswersTest {

    @Test
    void tellsHowAMisspeltQuestionWasUnderstood(HubClient hub) {
        JsonNode answer = hub.json("/catalog/v1/services?q=flyttanmelan");

        assertThat(answer.at("/search/didYouMean").asString()).isEqualTo("flyttanmälan");
        assertThat(answer.at("/search/exact").asInt()).isZero();
        assertThat(answer.at("/search/nearest").asBoolean()).isTrue();
        assertThat(answer.at("/services/0/name").asString()).isEqualTo("Flyttanmälan inom Sverige");
    }

    @Test
    void marksWhereAServiceAnswers(HubClient hub) {
        JsonNode highlight = hub.json("/catalog/v1/services?q=bygglov").at("/services/0/highlights/0");

        String text = highlight.path("text").asString();
        JsonNode mark = highlight.path("marks").get(0);
        assertThat(highlight.path("field").asString()).isEqualTo("name");
        assertThat(text.substring(mark.path("start").asInt(), mark.path("end").asInt()))
                .isEqualToIgnoringCase("bygglov");
    }

    @Test
    void saysNothingOfAQuestionWhereThereIsNone(HubClient hub) {
        JsonNode answer = hub.json("/catalog/v1/services?limit=1");

        assertThat(answer.has("search")).isFalse();
        assertThat(answer.at("/services/0").has("highlights")).isFalse();
    }

    @Test
    void helpsOnWhereNothingIsFound(HubClient hub) {
        JsonNode answer = hub.json("/catalog/v1/services?q=byggxyzwqv");

        assertThat(answer.path("services").isEmpty()).isTrue();
        assertThat(answer.at("/search/unknownWords/0").asString()).isEqualTo("byggxyzwqv");
        assertThat(answer.at("/search/suggestions").valueStream().map(each -> each.path("text")
                        .asString()))
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text).containsIgnoringCase("bygg"));
    }

    @Test
    void completesWhatIsTypedAndLeadsOn(HubClient hub) {
        JsonNode answer = hub.json("/catalog/v1/suggestions?q=bygg&limit=4");

        assertThat(answer.path("suggestions").size()).isEqualTo(4);
        for (JsonNode suggestion : answer.path("suggestions")) {
            assertThat(suggestion.path("text").asString()).containsIgnoringCase("bygg");
            String target = suggestion.at("/links/target/href").asString();
            assertThat(hub.get(target).statusCode()).as(target).isEqualTo(200);
        }
        assertThat(hub.get(answer.at("/links/self/href").asString()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void leadsBackToWhatWasTypedWhateverItsCharacters(HubClient hub) {
        String self = hub.json("/catalog/v1/suggestions?q=a%2Bb%20%7Bc%7D%20%26%20d")
                .at("/links/self/href")
                .asString();

        assertThat(self).contains("q=a%2Bb%20%7Bc%7D%20%26%20d");
        assertThat(hub.get(self).statusCode()).isEqualTo(200);
    }

    @Test
    void bearsAWrongLetterWhereNothingElseBeginsSo(HubClient hub) {
        assertThat(hub.json("/catalog/v1/suggestions?q=pasport&language=en")
                        .at("/suggestions/0/text")
                        .asString())
                .containsIgnoringCase("passport");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=51", "q=a&q=b", "unknown=1", "language=xx"})
    void refusesWhatItDoesNotUnderstand(String query, HubClient hub) {
        assertThat(hub.get("/catalog/v1/suggestions?" + query).statusCode()).isEqualTo(400);
    }
}
