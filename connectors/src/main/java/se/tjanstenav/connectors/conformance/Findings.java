package se.tjanstenav.connectors.conformance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.connectors.fault.Excerpt;
import se.tjanstenav.connectors.trial.Words;

/** Gathers the findings of one feed; every text is masked and made harmless for a terminal on its way in. */
final class Findings {

    /** The evidence of what nobody could examine. */
    static final String NOT_EXAMINED = "not examined, since the feed could not be read";

    private static final int MAX_DETAILS = 20;
    private static final int MAX_TEXT = 600;
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029]");

    private final UnaryOperator<String> mask;
    private final Map<Expectation, Finding> byExpectation = new EnumMap<>(Expectation.class);

    /**
     * Gathers findings.
     *
     * @param mask takes secrets out of a text
     */
    Findings(UnaryOperator<String> mask) {
        this.mask = mask;
    }

    void holds(Expectation expectation, String evidence) {
        add(expectation, Outcome.HOLDS, evidence, null, List.of());
    }

    void notApplicable(Expectation expectation, String why) {
        add(expectation, Outcome.NOT_APPLICABLE, why, null, List.of());
    }

    void advice(Expectation expectation, String evidence, String remedy, Collection<String> details) {
        add(expectation, Outcome.ADVICE, evidence, remedy, details);
    }

    void fails(Expectation expectation, String evidence, String remedy, Collection<String> details) {
        add(expectation, Outcome.FAILS, evidence, remedy, details);
    }

    /** Fails with these cases, or holds where there is none. */
    void none(Expectation expectation, List<String> cases, String held, String failed, String remedy) {
        if (cases.isEmpty()) {
            holds(expectation, held);
        } else {
            fails(expectation, failed, remedy, cases);
        }
    }

    boolean has(Expectation expectation) {
        return byExpectation.containsKey(expectation);
    }

    /** The first finding about an expectation stands. */
    private void add(
            Expectation expectation,
            Outcome outcome,
            String evidence,
            @Nullable String remedy,
            Collection<String> details) {
        List<String> told = new ArrayList<>(
                details.stream().limit(MAX_DETAILS).map(this::safe).toList());
        if (details.size() > MAX_DETAILS) {
            told.add("and %d more".formatted(details.size() - MAX_DETAILS));
        }
        byExpectation.putIfAbsent(
                expectation,
                new Finding(expectation, outcome, safe(evidence), remedy == null ? null : safe(remedy), told));
    }

    /** Every expectation's finding; what nobody could examine says so. */
    List<Finding> all() {
        List<Finding> all = new ArrayList<>();
        for (Expectation expectation : Expectation.values()) {
            notApplicable(expectation, NOT_EXAMINED);
            all.add(Objects.requireNonNull(byExpectation.get(expectation)));
        }
        return all;
    }

    /** The text as it may be shown. */
    String safe(String text) {
        String masked = UNSAFE.matcher(mask.apply(Words.atTheTerminal(text))).replaceAll(" ");
        return masked.length() <= MAX_TEXT ? masked : masked.substring(0, MAX_TEXT - 1) + Excerpt.CUT;
    }
}
