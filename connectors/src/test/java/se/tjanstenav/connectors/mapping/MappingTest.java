package se.tjanstenav.connectors.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.tjanstenav.connectors.mapping.RecordFault.Code;

class MappingTest {

    private static final Duration LONGER_THAN_ANY_MAPPING_MAY_TAKE = Duration.ofSeconds(10);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "($f := function($x) { $f($x + 1) + 1 }; $f(1))",
                "($f := function($x) { $f($x + 1) }; $f(1))",
                "($f := function() { $f() & $f() }; $f())",
                "($d := function($s, $n) { $n = 0 ? $s : $d($s & $s, $n - 1) }; $d('xxxxxxxx', 60))",
                "($d := function($s, $n) { $n = 0 ? $s : $d({'a': $s, 'b': $s}, $n - 1) }; $d('x', 60))",
                "($d := function($s, $n) { $n = 0 ? $s : $d([[$s], [$s]], $n - 1) }; $d(['x'], 60))",
                "$contains($pad('', 400000, 'a'), $pad('', 200000, 'a') & 'b')",
                "$split($pad('', 400000, 'a'), $pad('', 200000, 'a') & 'b')",
                "$replace($pad('', 400000, 'a'), $pad('', 200000, 'a') & 'b', 'c')",
                "$substringBefore($pad('', 400000, 'a'), $pad('', 200000, 'a') & 'b')",
                "$substringAfter($pad('', 400000, 'a'), $pad('', 200000, 'a') & 'b')",
                "$pad('x', 1000000000)",
                "[1..9999999]",
                "$sum([1..9999999])",
                "$join([1..40000].('0123456789'), '0123456789')",
                "$replace($pad('', 400000, 'a'), 'a', $pad('', 400000, 'b'))",
                "/(a+)+$/('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!')",
                "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' ~> /(a+)+$/",
                "$count([1..40000][$count($$.many) > 0][$ in [1..40000]])",
            })
    void stopsWhatGrowsWithoutBounds(String expression) {
        Mapping mapping = Mapping.compile(expression);
        long started = System.nanoTime();
        assertThatThrownBy(() -> mapping.apply(Map.of("many", List.of(1, 2))))
                .isInstanceOfSatisfying(
                        RecordFault.class, e -> assertThat(e.code()).isEqualTo(Code.MAPPING_LIMIT));
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(LONGER_THAN_ANY_MAPPING_MAY_TAKE);
    }

    /** Bounds stand behind each other, so each is told apart by what it says. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "($f := function($x) { $f($x + 1) + 1 }; $f(1))  | was stopped: it calls itself too deeply",
                "$append([1..40000], [1..40000])                 | a list of over 50,000 entries",
                "$pad('x', 400000) & $pad('x', 400000)           | a text of over 500,000 characters",
            })
    void namesTheBoundThatStoppedIt(String expression, String said) {
        Mapping mapping = Mapping.compile(expression);

        assertThatThrownBy(() -> mapping.apply(Map.of())).hasMessageContaining(said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$eval('1')",
                "$random()",
                "$now()",
                "$millis()",
                "$shuffle([1, 2])",
                "$formatInteger(1, 'I')",
                "[1, 2].$eval('1')",
                "($e := $eval; $e('1'))",
                "'1' ~> $eval"
            })
    void hasNoFunctionsThatDependOnTimeOrChanceOrRunTextAsCode(String expression) {
        assertThatThrownBy(() -> Mapping.compile(expression).apply(Map.of()))
                .isInstanceOf(RecordFault.class)
                .hasMessageContaining("not available");
    }

    @Test
    void tellsWhereASyntaxErrorIs() {
        assertThatThrownBy(() -> Mapping.compile("{'code': }"))
                .isInstanceOfSatisfying(
                        RecordFault.class, e -> assertThat(e.position()).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "{", "$f(", "'abc", "[1..", "/abc", "a ? b :", "$$$.(", "`a", "function($x){"})
    void refusesWhatCannotBeParsedAsAFaultOfTheDescriptor(String expression) {
        assertThatThrownBy(() -> Mapping.compile(expression)).isInstanceOf(RecordFault.class);
    }

    @Test
    void refusesADeeplyNestedExpression() {
        assertThatThrownBy(() -> Mapping.compile("(".repeat(8000) + "1" + ")".repeat(8000)))
                .isInstanceOf(RecordFault.class);
    }

    @Test
    void refusesAnExpressionOverSixteenKibibytes() {
        assertThatThrownBy(() -> Mapping.compile("'" + "x".repeat(16 * 1024) + "'"))
                .isInstanceOfSatisfying(
                        RecordFault.class, e -> assertThat(e.code()).isEqualTo(Code.MAPPING_LIMIT));
    }

    @Test
    void takesAMemberThatIsNullForAbsent() {
        Map<String, Object> record = new HashMap<>();
        record.put("label", null);
        assertThat(Mapping.compile("{'there': $exists(label)}").apply(record)).isEqualTo(Map.of("there", false));
    }

    @Test
    void doesNotChangeTheRecord() {
        Map<String, Object> record = Map.of("a", List.of(Map.of("b", 1)));
        assertThat(Mapping.compile("$ ~> |a|{'b': 2}|").apply(record)).isNotNull();
        assertThat(record).isEqualTo(Map.of("a", List.of(Map.of("b", 1))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            $camelCase('Complete application received') | completeApplicationReceived
            $camelCase('Åtgärd på väg')                 | atgardPaVag
            $isoDate('20261031')                        | 2026-10-31
            $isoDate('2026-10-31 06:00')                | 2026-10-31
            $instant('2026-10-05 14:30')                | 2026-10-05T12:30:00Z
            $instant('20261109T061500Z')                | 2026-11-09T06:15:00Z
            $instant('2026-11-12T10:15:00+01:00')       | 2026-11-12T09:15:00Z
            $periodStart('2026-Q3')                     | 2026-07-01
            $periodEnd('2026-Q3')                       | 2026-09-30
            $periodEnd('202602')                        | 2026-02-28
            $periodEnd('2026')                          | 2026-12-31
            $periodStart('2026-04-01/2026-09-30')       | 2026-04-01
            $string($daysBetween('2026-11-09', '2026-11-20')) | 11
            $parseJson('{"a": ["x", null]}').a[0]       | x
            $join(['a', 'b', ''], '-')                  | a-b-
            $replace('08.00', '.', ':')                 | 08:00
            $string($round(0.29 * 100, 2))              | 29
            $join($split('a,b', ','), ';')              | a;b
            """)
    void offersHelpers(String expression, String expected) {
        assertThat(Mapping.compile(expression).apply(Map.of())).isEqualTo(expected);
    }

    @Test
    void tellsWhatIsNoJson() {
        assertThatThrownBy(() -> Mapping.compile("$parseJson('{oops')").apply(Map.of()))
                .isInstanceOf(RecordFault.class)
                .hasMessageContaining("$parseJson");
    }

    @Test
    void canBeUsedByManyThreadsAtOnce() throws Exception {
        Mapping mapping = Mapping.compile("($x := n; $y := $x * 2; {'n': $x, 'twice': $y, 'list': [1..3].($ * $x)})");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> calls = new ArrayList<>();
            for (int i = 0; i < 2000; i++) {
                int n = i;
                calls.add(() -> Map.of("n", n, "twice", 2 * n, "list", List.of(n, 2 * n, 3 * n))
                                .toString()
                                .length()
                        == String.valueOf(mapping.apply(Map.of("n", n))).length());
            }
            for (Future<Boolean> answer : threads.invokeAll(calls)) {
                assertThat(answer.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$.class",
                "text.class.forName('java.lang.Runtime')",
                "text.getClass()",
                "$$.getClass",
                "$string.class",
                "$lookup($$, 'class')",
                "$lookup($string, 'implementation')",
                "`java.lang.System`.exit(1)",
                "$unparsedText('/etc/passwd')",
                "$import('java.io.File')"
            })
    void reachesNoJavaClassAndNoFile(String expression) {
        Object result;
        try {
            result = Mapping.compile(expression).apply(Map.of("text", "x"));
        } catch (RecordFault e) {
            result = null;
        }
        assertThat(result).isNull();
    }
}
