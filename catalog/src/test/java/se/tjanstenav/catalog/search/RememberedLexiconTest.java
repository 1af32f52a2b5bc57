package se.tjanstenav.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.tjanstenav.catalog.Samples;
import se.tjanstenav.catalog.model.Service;
import se.tjanstenav.catalog.model.ServiceId;
import se.tjanstenav.catalog.search.Titles.Title;

class RememberedLexiconTest {

    private static final UUID STORE = UUID.randomUUID();

    @TempDir
    private Path folder;

    private final Lexicon lexicon = new RememberedLexicon();
    private LuceneGeneration index;

    @BeforeEach
    void openIndex() {
        index = LuceneGeneration.open(folder);
        write(Samples.service("F1", "Flyttanmälan"), Samples.service("F2", "Flytt av bostad"));
    }

    @AfterEach
    void closeIndex() {
        index.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"flyttanmälan", "flytanmälan", "bostda", "avv", "xyzzy", "bygglov"})
    void knowsTheWordsThatTheIndexFinds(String word) {
        assertThat(near(lexicon, word)).containsExactlyInAnyOrderElementsOf(near(new SearchedLexicon(), word));
    }

    @Test
    void saysWhetherAWordMayBeginSo() {
        assertThat(begins("flytta")).isTrue();
        assertThat(begins("bost")).isTrue();
        assertThat(begins("bygg")).isFalse();
        assertThat(begins("ö")).isFalse();
    }

    @Test
    void readsWordsThatCameLater() {
        assertThat(begins("bygg")).isFalse();

        write(Samples.service("B1", "Bygglov"));

        assertThat(begins("bygg")).isTrue();
        assertThat(near(lexicon, "byglov")).containsExactly("bygglov");
    }

    @Test
    void tellsWhatServicesAreCalledNow() {
        assertThat(titles()).containsExactlyInAnyOrder("Flyttanmälan", "Flytt av bostad");

        write(Samples.service("F1", "Anmälan om flytt"));
        assertThat(titles()).containsExactlyInAnyOrder("Anmälan om flytt", "Flytt av bostad");

        write(List.of(), List.of(Samples.id("F2")));
        assertThat(titles()).containsExactly("Anmälan om flytt");
    }

    private void write(Service... services) {
        write(
                Arrays.stream(services)
                        .map(service -> new IndexedService(service, List.of()))
                        .toList(),
                List.of());
    }

    private void write(List<IndexedService> present, List<ServiceId> gone) {
        index.write(present, gone, 0);
        index.moveTo(IndexPosition.of(STORE, 0));
    }

    private Collection<String> near(Lexicon asked, String word) {
        return index.ask(session -> asked.near(session, word, 1));
    }

    private boolean begins(String beginning) {
        return index.ask(session -> lexicon.mayBegin(session, beginning));
    }

    private List<String> titles() {
        return index.ask(session -> lexicon.titles(session, SearchLanguage.SV, f -> f.matchAll(), 10)).stream()
                .flatMap(titles -> titles.names().stream())
                .map(Title::text)
                .toList();
    }
}
