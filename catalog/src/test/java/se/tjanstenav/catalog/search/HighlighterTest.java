package se.tjanstenav.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.tjanstenav.catalog.Highlight;
import se.tjanstenav.catalog.Highlight.Mark;
import se.tjanstenav.catalog.model.Service;
import se.tjanstenav.catalog.words.Asked;
import se.tjanstenav.catalog.words.Asked.Alternative;
import se.tjanstenav.catalog.words.Asked.Concept;
import tools.jackson.databind.json.JsonMapper;

class HighlighterTest {

    private static final Asked SUPPORT = new Asked(
            "socialbidrag",
            List.of(new Concept(List.of("socialbidrag"), List.of(new Alternative("ekonomiskt bistånd", "sv", 0.6f)))));

    @Test
    void marksASynonymOfSeveralWordsWhereAllOfThemStand() {
        assertThat(highlights(SUPPORT, "Hjälp", "Råd om ekonomiska frågor.", "sv"))
                .isEmpty();
        assertThat(highlights(SUPPORT, "Hjälp", "Råd om ekonomi. Bistånd som är ekonomiskt.", "sv"))
                .containsExactly(new Highlight(
                        "summary", "sv", "Bistånd som är ekonomiskt.", List.of(new Mark(0, 7), new Mark(15, 25))));
    }

    @Test
    void showsTheFirstOfTheSentencesThatSayMost() {
        Asked moving = asked("flytta", "adress");

        assertThat(highlights(
                        moving,
                        "Hjälp",
                        "Du ska flytta.  Byt adress när du flyttar! Adressen där du flyttade ut.",
                        "sv"))
                .containsExactly(new Highlight(
                        "summary", "sv", "Byt adress när du flyttar!", List.of(new Mark(4, 10), new Mark(18, 25))));
    }

    @Test
    void marksACompoundOnceThoughSeveralOfItsPartsAnswer() {
        assertThat(highlights(asked("flytt", "flyttanmälan"), "Flyttanmälan", "Kort", "sv"))
                .containsExactly(new Highlight("name", "sv", "Flyttanmälan", List.of(new Mark(0, 12))));
    }

    @Test
    void readsTextsInSwedishWhereThoseOfTheReaderDoNotAnswer() {
        assertThat(highlights(asked("flytta"), "Flyttanmälan", "Kort", "en"))
                .extracting(Highlight::language)
                .containsExactly("sv");
    }

    private static Asked asked(String... words) {
        return new Asked(
                String.join(" ", words),
                List.of(words).stream()
                        .map(word -> new Concept(List.of(word), List.of()))
                        .toList());
    }

    private static List<Highlight> highlights(Asked asked, String name, String summary, String language) {
        Service service = JsonMapper.shared().readValue("""
                {"id": "s1", "key": {"authority": "skatteverket", "code": "F1"},
                 "description": {"name": {"sv": "%s", "en": "Help"}, "summary": {"sv": "%s"}},
                 "channels": [], "processingTimes": [], "commitments": [], "changedAt": "2026-11-01T00:00:00Z",
                 "provenance": [
                   {"group": "description", "feed": {"connector": "skatteverket", "feed": "services"},
                    "agency": "skatteverket", "competentAuthority": true, "retrievedAt": "2026-11-01T00:00:00Z"}]}
                """.formatted(name, summary), Service.class);
        return new Highlighter(asked, SearchLanguage.of(language)).of(service);
    }
}
