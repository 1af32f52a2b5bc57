package se.tjanstenav.connectors.conformance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.connectors.descriptor.FeedSpec;
import se.tjanstenav.connectors.descriptor.Limits;
import se.tjanstenav.connectors.descriptor.Response.Format;
import se.tjanstenav.connectors.egress.AnswerListener.Answer;
import se.tjanstenav.connectors.tree.TreePointer;
import se.tjanstenav.connectors.trial.Counted;

/** Whether answers come as they should: heads, sizes, times and characters. */
final class TransportChecks {

    private static final int OK = 200;
    private static final double NEAR = 0.8;
    // UTF-8 that somebody took for Latin-1 and encoded again: å, ä, ö, é and their capitals.
    private static final Pattern TWICE_ENCODED =
            Pattern.compile("\u00c3[\u00a4\u00a5\u00b6\u00a9\u0084\u0085\u0096\u0089\u201e\u2026\u2013\u2030]");
    private static final String REPLACED = "\ufffd";

    private final Findings findings;
    private final FeedSpec feed;
    private final Limits limits;
    private final List<Answer> answers;
    private final Harvest harvest;

    TransportChecks(Findings findings, FeedSpec feed, Limits limits, List<Answer> answers, Harvest harvest) {
        this.findings = findings;
        this.feed = feed;
        this.limits = limits;
        this.answers = answers.stream().filter(answer -> !answer.toToken()).toList();
        this.harvest = harvest;
    }

    void run() {
        if (answers.isEmpty()) {
            return;
        }
        size();
        timely();
        if (harvest.fault().isPresent()) {
            return;
        }
        success();
        findings.holds(Expectation.NO_REDIRECT, "none");
        findings.holds(Expectation.CONTENT_TYPE, String.join(", ", contentTypes()));
        findings.holds(Expectation.WHOLE_ANSWERS, "every answer was read to its end");
        characters();
    }

    private void success() {
        List<String> others = answers.stream()
                .filter(answer -> answer.status() != OK)
                .map(answer -> "%d to %s".formatted(answer.status(), answer.request()))
                .toList();
        if (others.isEmpty()) {
            findings.holds(Expectation.SUCCESS, Counted.of(answers.size(), "answer") + " with 200");
        } else {
            findings.advice(
                    Expectation.SUCCESS,
                    "%d of %s were no success, and only another attempt was"
                            .formatted(others.size(), Counted.of(answers.size(), "answer")),
                    "Find out why; the hub tries three times at most.",
                    others);
        }
    }

    private TreeSet<String> contentTypes() {
        TreeSet<String> types = new TreeSet<>();
        answers.stream()
                .filter(answer -> answer.status() == OK)
                .forEach(answer -> types.add(answer.contentType().orElse("none")));
        return types;
    }

    private void size() {
        long wire = answers.stream().mapToLong(Answer::wireBytes).max().orElse(0);
        long decoded = answers.stream().mapToLong(Answer::decodedBytes).max().orElse(0);
        String evidence = "the largest answer had %s of %s, unpacked %s of %s"
                .formatted(
                        bytes(wire),
                        bytes(limits.bytes().bytes()),
                        bytes(decoded),
                        bytes(limits.decodedBytes().bytes()));
        if (wire > NEAR * limits.bytes().bytes()
                || decoded > NEAR * limits.decodedBytes().bytes()) {
            findings.advice(
                    Expectation.SIZE,
                    evidence,
                    "Ask for smaller pages, or raise limits.bytes and limits.decodedBytes before the feed outgrows them.",
                    List.of());
        } else {
            findings.holds(Expectation.SIZE, evidence);
        }
    }

    private static String bytes(long bytes) {
        return bytes < 10_240 ? bytes + " B" : bytes < 10_485_760 ? bytes / 1024 + " KiB" : bytes / 1_048_576 + " MiB";
    }

    private void timely() {
        Duration slowest =
                answers.stream().map(Answer::untilHead).max(Duration::compareTo).orElse(Duration.ZERO);
        String evidence = "the first byte came after at most %d ms; limits.response is %d ms"
                .formatted(slowest.toMillis(), limits.response().toMillis());
        if (slowest.compareTo(limits.response().dividedBy(2)) > 0) {
            findings.advice(
                    Expectation.TIMELY,
                    evidence,
                    "Ask for smaller pages, or raise limits.response: on a slow day the run would fail.",
                    List.of());
        } else {
            findings.holds(Expectation.TIMELY, evidence);
        }
    }

    private void characters() {
        List<String> cases = new ArrayList<>();
        harvest.records().forEach(seen -> broken(seen.record().tree(), "", seen.name(), cases));
        boolean otherThanUtf8 = feed.response().format() == Format.JSON
                && contentTypes().stream()
                        .map(type -> type.toLowerCase(Locale.ROOT))
                        .anyMatch(type -> type.contains("charset=") && !type.contains("utf-8"));
        if (!cases.isEmpty()) {
            findings.fails(
                    Expectation.CHARSET,
                    "texts hold characters that were decoded wrongly before they were sent",
                    "Correct the encoding where the agency reads these texts; å must not become Ã¥ or a question mark.",
                    cases);
        } else if (otherThanUtf8) {
            findings.advice(
                    Expectation.CHARSET,
                    "the content type names another charset than UTF-8, but JSON is UTF-8 and was read as such",
                    "Leave the charset out of the content type, or say utf-8.",
                    List.of());
        } else {
            findings.holds(Expectation.CHARSET, "every text could be decoded, none looks decoded twice");
        }
    }

    private static void broken(@Nullable Object value, String pointer, String record, List<String> cases) {
        if (value instanceof Map<?, ?> map) {
            map.forEach(
                    (name, child) -> broken(child, TreePointer.append(pointer, String.valueOf(name)), record, cases));
        } else if (value instanceof List<?> list) {
            list.forEach(child -> broken(child, pointer, record, cases));
        } else if (value instanceof String text
                && (text.contains(REPLACED) || TWICE_ENCODED.matcher(text).find())) {
            cases.add("record %s: %s".formatted(record, pointer));
        }
    }
}
