package se.tjanstenav.connectors.conformance;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import se.tjanstenav.connectors.DescriptorFault;
import se.tjanstenav.connectors.conformance.Expectation.Group;
import se.tjanstenav.connectors.trial.Counted;
import se.tjanstenav.connectors.trial.Wrapped;

/** Writes a report for people: one line for each expectation, and below it what to do. */
public final class TextReport {

    private static final int TITLE_WIDTH = 34;
    private static final int WIDTH = 118;
    private static final String INDENT = " ".repeat(12);

    private final boolean coloured;
    private final StringBuilder text = new StringBuilder();

    private TextReport(boolean coloured) {
        this.coloured = coloured;
    }

    /**
     * Writes a report.
     *
     * @param coloured whether outcomes are coloured by ANSI sequences
     */
    public static String write(Report report, boolean coloured) {
        return new TextReport(coloured).of(report);
    }

    private String of(Report report) {
        line("Conformance of %s (%s), %s"
                .formatted(
                        name(report), report.descriptor(), report.examinedAt().truncatedTo(ChronoUnit.SECONDS)));
        report.descriptorFaults().forEach(this::fault);
        report.feeds().forEach(this::feed);
        text.append('\n');
        verdict(report);
        return text.toString();
    }

    private static String name(Report report) {
        return report.connector() == null ? "a descriptor" : report.connector();
    }

    private void fault(DescriptorFault fault) {
        text.append('\n');
        String line = fault.line() > 0 ? "line %d column %d, ".formatted(fault.line(), fault.column()) : "";
        line("  " + line + (fault.pointer().isEmpty() ? "the whole" : fault.pointer()));
        wrapped(fault.problem(), "    ");
        wrapped("→ " + fault.remedy(), "    ");
    }

    private void feed(FeedReport feed) {
        text.append('\n');
        line("Feed %s: %s read%s, %s"
                .formatted(
                        feed.feed(),
                        Counted.of(feed.records(), "record"),
                        feed.more() ? " and there are more" : "",
                        Counted.of(feed.requests(), "answer")));
        List<Finding> examined = feed.findings().stream()
                .filter(finding -> !finding.evidence().equals(Findings.NOT_EXAMINED))
                .toList();
        Group group = null;
        for (Finding finding : examined) {
            if (finding.group() != group) {
                group = finding.group();
                line("  " + group.title());
            }
            finding(finding);
        }
        if (examined.size() < feed.findings().size()) {
            line("  %d expectations %s.".formatted(feed.findings().size() - examined.size(), Findings.NOT_EXAMINED));
        }
    }

    private void finding(Finding finding) {
        String outcome = "%-6s".formatted(finding.outcome().shown());
        String head = "    " + outcome + "  " + padded(finding.title()) + "  ";
        List<String> evidence = Wrapped.lines(finding.evidence(), WIDTH - head.length());
        text.append("    ").append(paint(finding.outcome(), outcome)).append(head.substring(4 + outcome.length()));
        for (int i = 0; i < evidence.size(); i++) {
            line((i == 0 ? "" : " ".repeat(head.length())) + evidence.get(i));
        }
        finding.details().forEach(detail -> wrapped("- " + detail, INDENT));
        if (finding.remedy() != null) {
            wrapped("→ " + finding.remedy(), INDENT);
        }
    }

    private static String padded(String title) {
        return title + " ".repeat(Math.max(0, TITLE_WIDTH - title.length()));
    }

    private String paint(Outcome outcome, String word) {
        if (!coloured) {
            return word;
        }
        int colour =
                switch (outcome) {
                    case HOLDS -> 32;
                    case ADVICE -> 33;
                    case FAILS -> 31;
                    case NOT_APPLICABLE -> 90;
                };
        return "\u001b[%dm%s\u001b[0m".formatted(colour, word);
    }

    private void verdict(Report report) {
        Map<Outcome, Integer> counts = report.counts();
        switch (report.result()) {
            case INVALID_DESCRIPTOR ->
                line("The descriptor has %s; the endpoint was not asked."
                        .formatted(Counted.of(report.descriptorFaults().size(), "fault")));
            case HOLDS -> line("All hold: " + counted(counts));
            case FAILS -> line("Not all hold: " + counted(counts));
        }
    }

    private static String counted(Map<Outcome, Integer> counts) {
        return "%d hold, %d fail, %d with advice, %d not applicable."
                .formatted(
                        counts.getOrDefault(Outcome.HOLDS, 0),
                        counts.getOrDefault(Outcome.FAILS, 0),
                        counts.getOrDefault(Outcome.ADVICE, 0),
                        counts.getOrDefault(Outcome.NOT_APPLICABLE, 0));
    }

    private void wrapped(String sentence, String indent) {
        List<String> lines = Wrapped.lines(sentence, WIDTH - indent.length() - 2);
        for (int i = 0; i < lines.size(); i++) {
            line(indent + (i == 0 ? "" : "  ") + lines.get(i));
        }
    }

    private void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }
}
