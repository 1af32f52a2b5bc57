package se.tjanstenav.connectors.mapping;

import com.dashjoin.jsonata.Jsonata;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.connectors.fault.Excerpt;
import se.tjanstenav.connectors.fault.SourceException;
import se.tjanstenav.connectors.tree.JsonRecords;

/**
 * The functions a mapping has beyond the language's own, and the language's own that are bounded or taken away: what
 * depends on time or chance, what evaluates text as code, and what one call could make unboundedly large.
 */
final class Functions {

    private static final List<String> REMOVED = List.of(
            "eval",
            "random",
            "shuffle",
            "now",
            "millis",
            "match",
            "clone",
            "toMillis",
            "fromMillis",
            "formatNumber",
            "formatBase",
            "formatInteger",
            "parseInteger",
            "base64encode",
            "base64decode",
            "encodeUrl",
            "decodeUrl");

    private static final int MAX_DIGITS = 12;
    private static final long MAX_SEARCH = 50_000_000;

    private static final Guard UNBOUND = new Guard(null);
    private static final CodeLists.Use NO_CODES = CodeLists.NONE.use();

    private Guard guard = UNBOUND;
    private CodeLists.Use codes = NO_CODES;

    /** Gives an expression the functions, once for all its evaluations, since the library reads each one's signature anew. */
    Functions(Jsonata compiled) {
        REMOVED.forEach(name -> compiled.registerFunction(name, removed(name)));
        compiled.registerFunction("code", new Jsonata.JFunction((input, args) -> code(args), null));
        compiled.registerFunction("parseJson", text(Functions::parseJson, "<s-:x>"));
        compiled.registerFunction("camelCase", text(Texts::camelCase, "<s-:s>"));
        compiled.registerFunction("isoDate", text(Dates::isoDate, "<s-:s>"));
        compiled.registerFunction(
                "instant", function("<s-s?:s>", args -> Dates.instant(string(args, 0), optional(args, 1))));
        compiled.registerFunction("periodStart", text(Dates::periodStart, "<s-:s>"));
        compiled.registerFunction("periodEnd", text(Dates::periodEnd, "<s-:s>"));
        compiled.registerFunction(
                "daysBetween", function("<ss:n>", args -> Dates.daysBetween(string(args, 0), string(args, 1))));
        compiled.registerFunction("round", function("<n-n?:n>", Functions::round));
        compiled.registerFunction("distinct", function("<x:x>", this::distinct));
        compiled.registerFunction("pad", function("<s-ns?:s>", Functions::pad));
        compiled.registerFunction("join", function("<a<s>s?:s>", this::join));
        compiled.registerFunction("replace", function("<s-ssn?:s>", this::replace));
        compiled.registerFunction("split", function("<s-sn?:a<s>>", Functions::split));
        compiled.registerFunction(
                "contains", function("<s-s:b>", args -> find(string(args, 0), string(args, 1), 0) >= 0));
        compiled.registerFunction(
                "substringBefore", function("<s-s:s>", args -> before(string(args, 0), string(args, 1))));
        compiled.registerFunction(
                "substringAfter", function("<s-s:s>", args -> after(string(args, 0), string(args, 1))));
    }

    /** What the next evaluation is bounded by, and where it looks up codes. */
    void use(Guard nextGuard, CodeLists.Use nextCodes) {
        guard = nextGuard;
        codes = nextCodes;
    }

    /** Lets go of the evaluation's record, which its guard has walked. */
    void rest() {
        guard = UNBOUND;
        codes = NO_CODES;
    }

    private static Jsonata.JFunction removed(String name) {
        return new Jsonata.JFunction(
                (input, args) -> {
                    throw new IllegalArgumentException("the function $" + name + " is not available in mappings");
                },
                null);
    }

    private @Nullable Object code(List<?> args) {
        return codes.of(string(args, 0), args.size() > 1 ? args.get(1) : null);
    }

    private static Jsonata.JFunction text(Function<String, @Nullable Object> body, String signature) {
        return function(signature, args -> body.apply(string(args, 0)));
    }

    /** An argument that is missing makes the result missing, as everywhere in JSONata. */
    private static Jsonata.JFunction function(String signature, Function<List<?>, @Nullable Object> body) {
        return new Jsonata.JFunction(
                (input, args) -> args.isEmpty() || args.get(0) == null ? null : body.apply(args), signature);
    }

    private static String string(List<?> args, int index) {
        Object value = index < args.size() ? args.get(index) : null;
        if (!(value instanceof String text)) {
            throw new IllegalArgumentException("argument %d must be a text".formatted(index + 1));
        }
        return text;
    }

    private static @Nullable String optional(List<?> args, int index) {
        return index < args.size() && args.get(index) instanceof String text ? text : null;
    }

    private static @Nullable Number number(List<?> args, int index) {
        return index < args.size() && args.get(index) instanceof Number number ? number : null;
    }

    private static @Nullable Object parseJson(String json) {
        try {
            return Nulls.without(JsonRecords.readTree(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))));
        } catch (SourceException e) {
            throw new IllegalArgumentException("$parseJson: no JSON in '" + Excerpt.of(json) + "'", e);
        }
    }

    private static Object round(List<?> args) {
        Number value = number(args, 0);
        Number digits = number(args, 1);
        int scale = digits == null ? 0 : digits.intValue();
        if (value == null || Math.abs(scale) > MAX_DIGITS || !Double.isFinite(value.doubleValue())) {
            throw new IllegalArgumentException("$round needs a number and at most 12 digits");
        }
        BigDecimal rounded = new BigDecimal(value.toString()).setScale(scale, RoundingMode.HALF_EVEN);
        return scale <= 0 ? (Object) rounded.longValue() : (Object) rounded.doubleValue();
    }

    /** Values whose hashes collide are compared one by one, so the time is looked at after each. */
    private @Nullable Object distinct(List<?> args) {
        Object value = args.get(0);
        if (!(value instanceof List<?> list)) {
            return value;
        }
        Set<@Nullable Object> seen = new LinkedHashSet<>();
        for (Object element : list) {
            seen.add(element);
            guard.checkTime();
        }
        return new ArrayList<>(seen);
    }

    private static Object pad(List<?> args) {
        String text = string(args, 0);
        Number width = number(args, 1);
        String fill = optional(args, 2) == null ? " " : string(args, 2);
        int target = width == null ? 0 : width.intValue();
        if (Math.abs((long) target) > Guard.MAX_TEXT || fill.isEmpty()) {
            throw new Guard.LimitException("$pad makes a text of over 500,000 characters");
        }
        int missing = Math.abs(target) - text.codePointCount(0, text.length());
        if (missing <= 0) {
            return text;
        }
        String padding = fill.repeat(missing / fill.length() + 1).substring(0, missing);
        return target > 0 ? text + padding : padding + text;
    }

    private Object join(List<?> args) {
        List<?> parts = args.get(0) instanceof List<?> list ? list : List.of(string(args, 0));
        String separator = optional(args, 1) == null ? "" : string(args, 1);
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            joined.append(i == 0 ? "" : separator).append(parts.get(i));
            if (joined.length() > Guard.MAX_TEXT) {
                guard.weigh(joined.toString());
            }
        }
        return joined.toString();
    }

    /** A search takes as long as the two lengths multiplied, and nothing could stop it meanwhile. */
    private static int find(String text, String wanted, int from) {
        if ((long) text.length() * wanted.length() > MAX_SEARCH) {
            throw new Guard.LimitException("it searches a long text for another long one");
        }
        return text.indexOf(wanted, from);
    }

    private static String before(String text, String wanted) {
        int at = find(text, wanted, 0);
        return at < 0 ? text : text.substring(0, at);
    }

    private static String after(String text, String wanted) {
        int at = find(text, wanted, 0);
        return at < 0 ? text : text.substring(at + wanted.length());
    }

    private Object replace(List<?> args) {
        String text = string(args, 0);
        String wanted = string(args, 1);
        String replacement = string(args, 2);
        Number limit = number(args, 3);
        if (wanted.isEmpty()) {
            throw new IllegalArgumentException("$replace needs a text to replace");
        }
        int left = limit == null ? Integer.MAX_VALUE : limit.intValue();
        StringBuilder replaced = new StringBuilder();
        int from = 0;
        for (int at = find(text, wanted, 0); at >= 0 && left > 0; at = find(text, wanted, from), left--) {
            replaced.append(text, from, at).append(replacement);
            from = at + wanted.length();
            if (replaced.length() > Guard.MAX_TEXT) {
                guard.weigh(replaced.toString());
            }
        }
        return replaced.append(text, from, text.length()).toString();
    }

    private static Object split(List<?> args) {
        String text = string(args, 0);
        String separator = string(args, 1);
        Number limit = number(args, 2);
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int at = find(text, separator, 0); at >= 0 && !separator.isEmpty(); at = find(text, separator, from)) {
            parts.add(text.substring(from, at));
            from = at + separator.length();
        }
        parts.add(text.substring(from));
        return limit == null ? parts : parts.subList(0, Math.min(parts.size(), Math.max(0, limit.intValue())));
    }
}
