package se.tjanstenav.connectors.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.tjanstenav.catalog.model.AgencyId;

class CodeListsTest {

    private static final Map<String, Map<String, String>> LISTS = new HashMap<>();

    static {
        Map<String, String> audience = new HashMap<>(Map.of("PRIVAT", "privatePerson", "1", "business"));
        audience.put("ALLA", null);
        LISTS.put("audience", audience);
    }

    private final CodeLists lists = new CodeLists(LISTS);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            $code('audience', one)            | privatePerson
            $code('audience', number)         | business
            $code('audience', several)        | [privatePerson, business]
            [$code('audience', one)]          | [privatePerson]
            [$code('audience', several)]      | [privatePerson, business]
            $code('audience', missing)        |
            $code('audience', known)          |
            [$code('audience', missing)]      | []
            several.$code('audience', $)      | [privatePerson, business]
            """)
    void givesTheMeaningOfWhatIsThere(String expression, String meaning) {
        CodeLists.Use use = lists.use();
        Object result = Mapping.compile(expression).apply(record(), RecordContext.NONE, use, null);
        assertThat(result == null ? null : result.toString()).isEqualTo(meaning);
        assertThat(use.warnings()).isEmpty();
    }

    @Test
    void warnsOnceOfEveryUnknownCodeAndLeavesItOut() {
        CodeLists.Use use = lists.use();
        Map<String, Object> record = Map.of("codes", Arrays.asList("PRIVAT", "NY", "NY", 7, null));
        Object result = Mapping.compile("[$code('audience', codes)]").apply(record, RecordContext.NONE, use, null);
        assertThat(result).isEqualTo(List.of("privatePerson"));
        assertThat(use.warnings()).extracting(Warning::code).containsOnly(Warning.Code.UNKNOWN_CODE);
        assertThat(use.warnings()).extracting(Warning::detail).hasSize(2).allMatch(text -> text.contains("'audience'"));
    }

    @Test
    void tellsThatThereIsNoSuchList() {
        assertThatThrownBy(() ->
                        Mapping.compile("$code('theme', one)").apply(record(), RecordContext.NONE, lists.use(), null))
                .isInstanceOfSatisfying(
                        RecordFault.class, fault -> assertThat(fault.detail()).contains("no code list 'theme'"));
    }

    @Test
    void fillsInDefaultsWhereTheMappingGivesNothing() {
        Map<String, Object> defaults = Map.of(
                "description",
                Map.of(
                        "coverage",
                        Map.of("country", "SE"),
                        "audiences",
                        List.of("privatePerson"),
                        "keywords",
                        Map.of()));
        RecordMapper mapper = new RecordMapper(
                Mapping.compile("{'code': 'a', 'description': {'name': {'en': 'x'}, 'audiences': ['business']}}"),
                new Contributions(new AgencyId("agency"), Set.of()),
                lists,
                defaults);
        MappedRecord mapped = mapper.map("1", record(), RecordContext.NONE, null);
        assertThat(mapped.contribution().description()).satisfies(description -> {
            assertThat(description.audiences()).hasSize(1);
            assertThat(description.audiences().toString()).containsIgnoringCase("business");
            assertThat(String.valueOf(description.coverage())).contains("SE");
        });
        assertThat(mapped.warnings()).extracting(Warning::code).containsExactly(Warning.Code.NO_SWEDISH_NAME);
    }

    private static Map<String, Object> record() {
        return Map.of("one", "PRIVAT", "number", 1, "known", "ALLA", "several", List.of("PRIVAT", 1.0));
    }
}
