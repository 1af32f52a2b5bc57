package se.tjanstenav.connectors.mapping;

import java.util.List;
import java.util.Random;

/** Makes expressions that mean harm, expressions that mean nothing, and both with pieces torn out. */
final class HostileExpressions {

    private static final int DEPTH = 5;
    private static final int ONE_IN_HEAVY = 40;

    private static final List<String> FUNCTIONS = List.of(
            "sum",
            "count",
            "max",
            "min",
            "average",
            "string",
            "substring",
            "substringBefore",
            "substringAfter",
            "lowercase",
            "uppercase",
            "length",
            "trim",
            "pad",
            "contains",
            "replace",
            "split",
            "join",
            "number",
            "floor",
            "ceil",
            "round",
            "abs",
            "sqrt",
            "power",
            "boolean",
            "not",
            "map",
            "zip",
            "filter",
            "single",
            "reduce",
            "foldLeft",
            "sift",
            "keys",
            "lookup",
            "append",
            "exists",
            "spread",
            "merge",
            "reverse",
            "each",
            "error",
            "assert",
            "type",
            "sort",
            "distinct",
            "eval",
            "random",
            "now",
            "match",
            "clone",
            "parseJson",
            "camelCase",
            "isoDate",
            "instant",
            "periodStart",
            "periodEnd",
            "daysBetween",
            "toMillis",
            "formatNumber",
            "unknownFunction");

    private static final List<String> NAMES = List.of(
            "a",
            "items",
            "text",
            "long",
            "wide",
            "deep",
            "numbers",
            "`__proto__`",
            "`constructor`",
            "`class`",
            "``",
            "`\u0000`",
            "`\ud83d\ude00`",
            "`\ud800`",
            "`$`",
            "`a.b`",
            "*",
            "**",
            "%",
            "$",
            "$$",
            "undefined");

    private static final List<String> LITERALS = List.of(
            "0",
            "1",
            "-1",
            "2",
            "1e308",
            "-1e308",
            "1e-320",
            "9007199254740993",
            "0.1",
            "true",
            "false",
            "null",
            "''",
            "'x'",
            "'\\u0000'",
            "'\\ud800'",
            "'\ud83d\ude00'",
            "'{\"a\": [1, 2]}'",
            "'2026-02-30'",
            "[]",
            "{}",
            "[[]]",
            "[1..5]",
            "[5..1]",
            "[1..3000]",
            "/a+/",
            "/(a+)+$/i",
            "/[/",
            "'%s%n'",
            "'${jndi:ldap://x}'");

    private static final List<String> OPERATORS = List.of(
            "+", "-", "*", "/", "%", "&", "=", "!=", "<", "<=", ">", ">=", "and", "or", "in", "~>", ".", "..", "@",
            "^");

    /** What takes time, depth or memory on purpose; #, where it stands, becomes a number. */
    private static final List<String> HEAVY = List.of(
            "($f := function($x) { $f($x + 1) + 1 }; $f(#))",
            "($f := function($x) { $f($x + 1) }; $f(#))",
            "($f := function() { $f() & $f() }; $f())",
            "($f := function($n) { $n <= 1 ? 1 : $f($n - 1) + $f($n - 2) }; $f(#))",
            "($a := function($m, $n) { $m = 0 ? $n + 1 : $n = 0 ? $a($m - 1, 1) : $a($m - 1, $a($m, $n - 1)) }; $a(3, #))",
            "($d := function($s, $n) { $n = 0 ? $s : $d($s & $s, $n - 1) }; $d('xxxxxxxx', #))",
            "($d := function($s, $n) { $n = 0 ? $s : $d({'a': $s, 'b': $s}, $n - 1) }; $d('x', #))",
            "($d := function($s, $n) { $n = 0 ? $s : $d([[$s], [$s]], $n - 1) }; $d(['x'], #))",
            "[1..#000].([1..#000])",
            "$count([1..#000].([1..#000]))",
            "$sum([1..#000].($sum([1..#000])))",
            "[1..#00].[1..#00].[1..#00]",
            "$reduce([1..#000], function($a, $x) { $append($a, [$x, $x]) })",
            "$reduce([1..#000], function($a, $x) { [[$a]] })",
            "$reduce([1..#00], function($a, $x) { {'k': $a, 'l': $a} })",
            "$reduce([1..#00], function($a, $x) { $a & $a }, 'ab')",
            "$map([1..#000], function($x) { $map([1..#000], function($y) { $x * $y }) })",
            "$sort([1..#000], function($l, $r) { true })",
            "$sort([1..#000], function($l, $r) { $count([1..500]) > $l })",
            "[1..#000]^(>$)",
            "wide^(<$string($), >$)",
            "[1..#000]{$string($ % 7): $sum($)}",
            "wide{$string($): $}",
            "$distinct([0..#000].[[$, 31 * (#000 - $)]])",
            "$distinct(collisions)",
            "$distinct([1..#000].{'a': $})",
            "$join([1..#000].$pad('', 400, 'ab'), $pad('', 400, 'c'))",
            "$split($pad('', 400000, 'ab'), 'a')",
            "$replace($pad('', 400000, 'ab'), 'a', 'abababab')",
            "$replace(long, $substring(long, 0, 2#), 'x')",
            "$contains(long, $substring(long, 10) & 'q')",
            "$pad('x', #00000000)",
            "$pad('x', -#0000)",
            "$string($)",
            "$string([1..#000].{'k': $})",
            "($s := $string(wide); $s & $s & $s & $s)",
            "[1..#00].$string($$)",
            "[1..#00].$uppercase($$.long)",
            "$ ~> |**|{'self': $}|",
            "$ ~> |items|{'all': $$, 'again': $$}|",
            "[1..#00].($$ ~> |items|{'n': $}|)",
            "**.**.**",
            "**[**]",
            "*.*.*.*",
            "deep.**.$string($)",
            "items@$i.items@$j.items@$k[$i = $j]",
            "wide#$i.wide#$j[$i = $j]",
            "items.%.items.%.items",
            "$each($$, function($v, $k) { $each($$, function($w) { $string($w) }) })",
            "$sift($$, function($v) { $count(wide[$ in $$.wide]) > 0 })",
            "wide[$ in $$.wide]",
            "$zip(wide, wide, wide, wide, wide)",
            "$merge([1..#000].{$string($): $$})",
            "$spread($merge([1..#000].{$string($): $}))",
            "($y := function($f) { function($x) { $f($f($f))($x) } }; $y($y)($y)(1))",
            "($p := $map(?, function($x) { [$x, $x] }); $p($p($p($p([1..#00])))))",
            "($g := function($n) { $n = 0 ? [] : [$g($n - 1), $g($n - 1)] }; $g(#))",
            "($x := [1..#000]; $y := $x.($x); $z := $y.($y); $z)",
            "(" + "$v := [1..40000]; $w := $v.($ + 1); ".repeat(60) + "1)",
            "$parseJson('[' & $join([1..#000].'[1]', ',') & ']')",
            "$parseJson($pad('', #000, '[') & $pad('', #000, ']'))",
            "$parseJson('{\"a\": 1e-999999999}').$round(a, 2)",
            "$round(1e308 * 10)",
            "$round(numbers, 12)",
            "$power(10, #00)",
            "$sqrt(-1)",
            "$number($pad('', #000, '9'))",
            "$string(1/0)",
            "9".repeat(400),
            "/(a+)+$/('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!')",
            "$split('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', /(a+)+$/)",
            "$match(long, /(x+x+)+y/)",
            "(".repeat(400) + "1" + ")".repeat(400),
            "[".repeat(900) + "]".repeat(900),
            "-".repeat(3000) + "1",
            "a" + ".a".repeat(3000),
            "a" + "[0]".repeat(3000),
            "1" + "+1".repeat(4000),
            "1" + " ? 1 : 1".repeat(1500),
            "function($x) {".repeat(400) + "1" + "}".repeat(400),
            "$f(".repeat(800),
            "'" + "\\u0000".repeat(2000) + "'",
            "/" + "(".repeat(1000) + "a" + ")*".repeat(1000) + "/",
            "/(a{1000}){1000}{1000}/",
            "/*" + " ".repeat(9000),
            "`" + "x".repeat(12000) + "`");

    private final Random random;

    HostileExpressions(long seed) {
        this.random = new Random(seed);
    }

    /** The next of an endless row; the heavy ones come at their turn, each as it stands first. */
    String next(int number) {
        if (number < HEAVY.size()) {
            return numbered(HEAVY.get(number), 40);
        }
        String made = random.nextInt(ONE_IN_HEAVY) == 0 ? numbered(pick(HEAVY), random.nextInt(60)) : expression(DEPTH);
        return random.nextInt(4) == 0 ? torn(made) : made;
    }

    private static String numbered(String heavy, int number) {
        return heavy.replace("#", String.valueOf(number));
    }

    private String torn(String text) {
        int from = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), from + random.nextInt(4));
        return text.substring(0, from)
                + pick(List.of("", "(", ")", "\u0000", "'", "$", "~>", "|", "^(", "\ud800"))
                + text.substring(to);
    }

    private String expression(int depth) {
        if (depth == 0) {
            return random.nextBoolean() ? pick(NAMES) : pick(LITERALS);
        }
        int next = depth - 1;
        return switch (random.nextInt(18)) {
            case 0, 1 -> pick(NAMES);
            case 2 -> pick(LITERALS);
            case 3, 4 -> expression(next) + " " + pick(OPERATORS) + " " + expression(next);
            case 5 -> expression(next) + "." + expression(next);
            case 6 -> expression(next) + "[" + expression(next) + "]";
            case 7 -> "[" + expression(next) + ", " + expression(next) + "]";
            case 8 -> "{" + expression(next) + ": " + expression(next) + "}";
            case 9, 10 -> "$" + pick(FUNCTIONS) + "(" + arguments(next) + ")";
            case 11 -> "function($x, $y) {" + expression(next) + "}";
            case 12 -> "($x := " + expression(next) + "; $y := $x; " + expression(next) + ")";
            case 13 -> expression(next) + " ? " + expression(next) + " : " + expression(next);
            case 14 -> expression(next) + "^(>" + expression(next) + ")";
            case 15 -> expression(next) + " ~> $" + pick(FUNCTIONS);
            case 16 -> expression(next) + " ~> |" + expression(next) + "|" + expression(next) + "|";
            default -> "$" + pick(FUNCTIONS) + "(?, " + expression(next) + ")(" + expression(next) + ")";
        };
    }

    private String arguments(int depth) {
        StringBuilder arguments = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            arguments.append(
                    random.nextInt(3) == 0 ? "function($x, $y) {" + expression(depth) + "}" : expression(depth));
            arguments.append(i > 1 ? ", " : "");
        }
        return arguments.toString();
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
