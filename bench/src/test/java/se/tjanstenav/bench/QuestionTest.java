package se.tjanstenav.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class QuestionTest {

    @Test
    void areTheSameThousandEachTime() {
        List<Question> questions = Question.fixedSet(List.of(Volume.Agency.values()));

        assertThat(questions).hasSize(1000).isEqualTo(Question.fixedSet(List.of(Volume.Agency.values())));
        assertThat(questions.stream().filter(question -> question.agency() != null))
                .hasSize(334);
        assertThat(questions.stream().filter(Question::facets)).hasSize(333);
    }

    @Test
    void areAskedOfTheHubAsAPortalAsksThem() {
        assertThat(Search.path(new Question("söka patent", "prv", true)))
                .isEqualTo("/catalog/v1/services?q=s%C3%B6ka+patent&agency=prv&facets=agency,theme");
        assertThat(Search.path(new Question("pass", null, false))).isEqualTo("/catalog/v1/services?q=pass");
    }
}
