package se.tjanstenav.routes.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QuestionsTest {

    @Test
    void keepsEachQuestionWhereItsHashPutsIt() {
        assertThat(Questions.seen()).hasSizeGreaterThan(150).noneMatch(Question::isKeptAside);
        assertThat(Questions.unseen()).hasSizeGreaterThan(75).allMatch(Question::isKeptAside);
    }

    @Test
    void asksNothingTwice() {
        assertThat(Stream.concat(Questions.seen().stream(), Questions.unseen().stream())
                        .map(Question::text))
                .doesNotHaveDuplicates();
    }
}
