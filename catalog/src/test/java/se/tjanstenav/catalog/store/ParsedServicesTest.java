package se.tjanstenav.catalog.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.tjanstenav.catalog.Samples;
import se.tjanstenav.catalog.model.Service;
import se.tjanstenav.catalog.store.ParsedServices.State;

class ParsedServicesTest {

    private static final String BODY = Json.write(Samples.service("F1", "Flyttanmälan"));
    private static final State FIRST = new State("s1", "a", 1);

    @Test
    void keepsAServiceForTheStateItWasReadIn() {
        ParsedServices parsed = new ParsedServices(1_000_000);
        Service service = parsed.parse(FIRST, BODY);

        assertThat(parsed.kept(Set.of(FIRST, new State("s2", "a", 1)))).isEqualTo(Map.of("s1", service));
    }

    @Test
    void knowsNothingOfAnotherState() {
        ParsedServices parsed = new ParsedServices(1_000_000);
        parsed.parse(FIRST, BODY);

        assertThat(parsed.kept(Set.of(new State("s1", "b", 1)))).isEmpty();
        assertThat(parsed.kept(Set.of(new State("s1", "a", 2)))).isEmpty();
    }
}
