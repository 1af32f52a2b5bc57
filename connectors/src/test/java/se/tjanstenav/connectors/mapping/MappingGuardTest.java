package se.tjanstenav.connectors.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * No expression and no record can stop or starve the hub. The seed is printed; {@code -Dtjanstenav.guard.seed} repeats a
 * run and {@code -Dtjanstenav.guard.expressions} lengthens it.
 */
class MappingGuardTest {

    private static final long SEED = Long.getLong("tjanstenav.guard.seed", 20_261_125L);
    private static final int EXPRESSIONS = Integer.getInteger("tjanstenav.guard.expressions", 12_000);

    @Test
    void endsEveryExpressionWithinASecondInABoundedHeap(@TempDir Path directory) throws Exception {
        Path told = directory.resolve("told.txt");
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                HostileMappings.class.getName(),
                String.valueOf(SEED),
                String.valueOf(EXPRESSIONS));
        int exit = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(told.toFile())
                .start()
                .waitFor();
        System.out.println("seed " + SEED);
        assertThat(told).content().as("seed %d", SEED).doesNotContain("BROKEN").contains("ended " + EXPRESSIONS);
        assertThat(exit).isZero();
    }

    @Test
    void isAsGoodAsNewAfterARecordThatItWasStoppedAt() {
        Mapping mapping =
                Mapping.compile("($f := function($n) { $n = 0 ? 'done' : $f($n - 1) & '' }; {'code': $f(n)})");
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> mapping.apply(Map.of("n", 100_000))).isInstanceOf(RecordFault.class);
            assertThat(mapping.apply(Map.of("n", 3))).isEqualTo(Map.of("code", "done"));
        }
    }

    @Test
    void refusesAResultThatIsTooDeepForOthersToWalk() {
        Mapping mapping = Mapping.compile("$reduce([1..200], function($a, $x) { {'deep': $a} })");
        assertThatThrownBy(() -> mapping.apply(Map.of())).hasMessageContaining("100 levels");
    }

    @Test
    void stopsAtValuesThatDifferAndHaveOneHash() {
        Mapping mapping = Mapping.compile("$distinct([0..40000].[[$, 31 * (40000 - $)]])");
        assertThatThrownBy(() -> mapping.apply(Map.of()))
                .isInstanceOfSatisfying(
                        RecordFault.class, e -> assertThat(e.code()).isEqualTo(RecordFault.Code.MAPPING_LIMIT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'code': $isoDate(updated)}                         | /updated",
                "{'code': $join(places.$isoDate(day), ', ')}         | /places/1/day",
                "{'code': code + 1}                                  | /code",
                "{'code': $number(names.sv)}                         | /names/sv",
                "{'code': code, 'name': $error('none ' & names.fi)}  | /names/fi",
            })
    void namesPositionAndTheFieldOfTheRecordThatFailed(String expression, String pointer) {
        Map<String, Object> record = new HashMap<>();
        record.put("code", "x");
        record.put("updated", "yesterday");
        record.put("names", Map.of("sv", "Flytta"));
        record.put("places", List.of(Map.of("day", "2026-11-25"), Map.of("day", "someday")));

        assertThatThrownBy(() -> Mapping.compile(expression).apply(record))
                .isInstanceOfSatisfying(RecordFault.class, e -> {
                    assertThat(e.code()).isEqualTo(RecordFault.Code.MAPPING);
                    assertThat(e.pointer()).contains(pointer);
                    assertThat(e.position()).isPresent();
                });
    }

    @Test
    void namesNoFieldWhereNoneWasAskedFor() {
        assertThatThrownBy(() -> Mapping.compile("$isoDate('x')").apply(Map.of("code", "x")))
                .isInstanceOfSatisfying(RecordFault.class, e -> {
                    assertThat(e.pointer()).isEmpty();
                    assertThat(e.position()).contains(9);
                });
    }
}
