package se.tjanstenav.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.junit.jupiter.api.Test;

class EditsTest {

    private static final int WORDS = 40;
    private static final long SEED = 7;

    private final Random random = new Random(SEED);

    @Test
    void tellsHowManyLettersAreOtherwise() {
        assertThat(Edits.within(1, "bygglov", "bygglov")).isTrue();
        assertThat(Edits.within(1, "bygglov", "byglov")).isTrue();
        assertThat(Edits.within(1, "bygglov", "byggolv")).isTrue();
        assertThat(Edits.within(1, "bygglov", "byglovv")).isFalse();
        assertThat(Edits.within(2, "bygglov", "byglovv")).isTrue();
        assertThat(Edits.within(2, "bygglov", "bygge")).isFalse();
    }

    @Test
    void saysWhatLucenesAutomataSay() {
        for (int i = 0; i < WORDS; i++) {
            String word = word(2 + random.nextInt(8));
            for (int edits = 1; edits <= 2; edits++) {
                CharacterRunAutomaton near = automaton(word, edits);
                for (int j = 0; j < WORDS * WORDS; j++) {
                    String other = word(random.nextInt(10));
                    assertThat(Edits.within(edits, word, other))
                            .as("%s and %s, %s edits", word, other, edits)
                            .isEqualTo(near.run(other));
                }
            }
        }
    }

    @Test
    void findsBeginningsAsLucenesAutomataDo() {
        for (int i = 0; i < WORDS; i++) {
            String typed = word(2 + random.nextInt(5));
            CharacterRunAutomaton near = automaton(typed, 1);
            for (int j = 0; j < WORDS * WORDS; j++) {
                String word = word(random.nextInt(10));
                boolean begins = IntStream.rangeClosed(typed.length() - 1, typed.length() + 1)
                        .filter(length -> length <= word.length())
                        .anyMatch(length -> near.run(word.substring(0, length)));
                assertThat(Edits.beginsNearly(word, typed))
                        .as("%s begins as %s", word, typed)
                        .isEqualTo(begins);
            }
        }
    }

    private static CharacterRunAutomaton automaton(String word, int edits) {
        return new CharacterRunAutomaton(new LevenshteinAutomata(word, true).toAutomaton(edits));
    }

    /** Of few letters, so that many are near. */
    private String word(int length) {
        return IntStream.range(0, length)
                .mapToObj(at -> String.valueOf("abå".charAt(random.nextInt(3))))
                .collect(Collectors.joining());
    }
}
