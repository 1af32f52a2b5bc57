package se.tjanstenav.connectors.trial;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.PublishedContributions.FieldChange;
import se.tjanstenav.connectors.fault.Excerpt;
import se.tjanstenav.connectors.mapping.Warning;
import se.tjanstenav.connectors.trial.RecordTrial.RejectTrial;
import se.tjanstenav.connectors.trial.RecordTrial.Verdict;

/** Writes what a dry run or a validation found for people at a terminal of a hundred columns. */
public final class DryRunText {

    private static final String DETAIL = " ".repeat(6);
    private static final int NAMED = 3;

    private final String file;
    private final TerminalText text;

    private DryRunText(String file, boolean coloured) {
        this.file = file;
        this.text = new TerminalText(coloured);
    }

    /**
     * Writes a report.
     *
     * @param file the descriptor's file, as faults are to name it
     * @param coloured whether verdicts are coloured by ANSI sequences
     */
    public static String write(DryRunReport report, String file, boolean coloured) {
        return new DryRunText(file, coloured).of(report);
    }

    /** Writes every fault as editors read them: file, line, column, problem. */
    public static String write(Validation validation, String file) {
        DryRunText written = new DryRunText(file, false);
        written.faults(validation);
        return written.text.toString();
    }

    private String of(DryRunReport report) {
        faults(new Validation(report.faults().isEmpty(), report.connector(), report.faults()));
        if (report.result() == DryRunReport.Result.INVALID_DESCRIPTOR) {
            text.line("No feed was asked.");
            return text.toString();
        }
        text.line(
                "Dry run at %s; nothing is written.".formatted(report.triedAt().truncatedTo(ChronoUnit.SECONDS)));
        if (!report.compared()) {
            text.wrapped("There is no catalogue here to compare with, so every record that can be used is new.", "");
        }
        report.feeds().forEach(this::feed);
        text.line("");
        text.line(
                report.result() == DryRunReport.Result.USABLE
                        ? "Every feed answered, and every record that was tried can be used."
                        : "Not all is well: a feed failed, or records cannot be used.");
        return text.toString();
    }

    private void faults(Validation validation) {
        validation.faults().forEach(fault -> {
            String place = fault.line() > 0 ? ":%d:%d".formatted(fault.line(), fault.column()) : "";
            text.line("%s%s: %s".formatted(file, place, safe(fault.problem())));
            String at = fault.pointer().isEmpty() ? "" : " (at %s)".formatted(safe(fault.pointer()));
            text.wrapped("→ " + Words.atTheTerminal(fault.remedy()) + at, "    ");
        });
        String connector = validation.connector() == null ? "The descriptor" : validation.connector();
        text.line(
                validation.valid()
                        ? "%s is valid.".formatted(connector)
                        : "%s has %s."
                                .formatted(
                                        connector,
                                        Counted.of(validation.faults().size(), "fault")));
    }

    private void feed(FeedTrial feed) {
        FeedTrial.Counts counts = feed.counts();
        text.line("");
        text.line("Feed %s: %s tried%s".formatted(feed.feed(), Counted.of(counts.read(), "record"), extent(feed)));
        text.line("  %d added, %d changed, %d unchanged, %d rejected, %d with warnings"
                .formatted(counts.added(), counts.changed(), counts.unchanged(), counts.rejected(), counts.warned()));
        if (feed.fault() != null) {
            text.wrapped(
                    text.painted("fault", TerminalText.RED)
                            + "  %s: %s"
                                    .formatted(
                                            feed.fault().code(),
                                            safeLine(Words.atTheTerminal(
                                                    feed.fault().detail()))),
                    "  ");
        }
        feed.incomplete().forEach(reason -> text.wrapped("not whole: " + safe(reason), "  "));
        feed.records().forEach(this::record);
        summary(feed);
    }

    private static String extent(FeedTrial feed) {
        return feed.whole() ? ", which is the whole feed" : feed.more() ? ", and there are more" : "";
    }

    private void record(RecordTrial record) {
        String id = record.externalId() == null ? "(no id)" : safe(record.externalId());
        text.line("");
        text.line("  %3d  %s  %s"
                .formatted(record.ordinal(), text.painted(word(record.verdict()), colour(record.verdict())), id));
        record.rejects().forEach(this::reject);
        record.warnings().forEach(this::warning);
        record.changes().forEach(this::change);
        text.tree("from", record.raw(), DETAIL);
        if (record.mapped() != null) {
            text.tree("to", record.mapped(), DETAIL);
        }
        if (record.cut()) {
            text.line(DETAIL + "It is longer than a report can show.");
        }
    }

    private static String word(Verdict verdict) {
        return switch (verdict) {
            case ADDED -> "added    ";
            case CHANGED -> "changed  ";
            case UNCHANGED -> "unchanged";
            case REJECTED -> "rejected ";
            case LIVE -> "live     ";
        };
    }

    private static int colour(Verdict verdict) {
        return switch (verdict) {
            case ADDED, LIVE -> TerminalText.GREEN;
            case CHANGED -> TerminalText.YELLOW;
            case UNCHANGED -> TerminalText.GREY;
            case REJECTED -> TerminalText.RED;
        };
    }

    private void reject(RejectTrial reject) {
        if (reject.line() != null) {
            text.line("%s%s:%d:%d: %s".formatted(DETAIL, file, reject.line(), reject.column(), reject.code()));
        }
        String code = reject.line() == null ? reject.code() + ": " : "";
        text.wrapped(code + at(reject.pointer()) + safeLine(reject.detail()), DETAIL + "  ");
    }

    private void warning(Warning warning) {
        text.wrapped(
                text.painted("warning", TerminalText.YELLOW)
                        + " %s: %s%s".formatted(warning.code(), at(warning.pointer()), safeLine(warning.detail())),
                DETAIL);
    }

    private static String at(@Nullable String pointer) {
        return pointer == null || pointer.isEmpty() ? "" : safe(pointer) + ": ";
    }

    private void change(FieldChange change) {
        text.line(DETAIL + safe(change.pointer()));
        text.wrapped("- " + text.value(change.before()), DETAIL + "  ");
        text.wrapped("+ " + text.value(change.after()), DETAIL + "  ");
    }

    private void summary(FeedTrial feed) {
        List<String> ignored = feed.ignoredFields().stream()
                .map(field -> "%s (%s)".formatted(safe(field.pointer()), Counted.of(field.records(), "record")))
                .toList();
        section("The mapping does not read:", ignored);
        section(
                "The model would like, and the mapping lacks:",
                feed.lacking().stream()
                        .map(lack -> "%s (%s)".formatted(lack.wish(), named(lack.records())))
                        .toList());
        FeedTrial.Missing missing = feed.missing();
        if (missing != null && missing.total() > 0) {
            List<String> gone = new ArrayList<>();
            missing.first()
                    .forEach(each ->
                            gone.add(safe(each.externalId()) + (each.name() == null ? "" : "  " + safe(each.name()))));
            section(
                    "Published, and no longer in the feed (%d); two complete runs in a row remove:"
                            .formatted(missing.total()),
                    gone);
        }
    }

    private void section(String title, List<String> entries) {
        if (!entries.isEmpty()) {
            text.line("");
            text.line("  " + title);
            entries.forEach(entry -> text.wrapped(entry, "    "));
        }
    }

    private static String named(List<String> records) {
        String named = String.join(
                ", ", records.stream().limit(NAMED).map(DryRunText::safe).toList());
        return Counted.of(records.size(), "record") + ": " + named + (records.size() > NAMED ? ", …" : "");
    }

    private static String safe(String text) {
        return Excerpt.of(text);
    }

    /** A detail is one line already, but longer than an excerpt. */
    private static String safeLine(String text) {
        return TerminalText.harmless(text);
    }
}
