package se.tjanstenav.routes.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import se.tjanstenav.catalog.model.ServiceId;

/** Finders side by side, on the questions seen while tuning, on those kept aside, and on all. */
final class Evaluation {

    private final List<Question> seen;
    private final List<Question> unseen;
    private final Map<String, Map<String, Scores>> scores = new LinkedHashMap<>();

    /** @param catalogue what can be found: questions that nothing of it answers are left out */
    Evaluation(List<ServiceId> catalogue) {
        this.seen = answerable(Questions.seen(), catalogue);
        this.unseen = answerable(Questions.unseen(), catalogue);
    }

    private static List<Question> answerable(List<Question> questions, List<ServiceId> catalogue) {
        return questions.stream()
                .filter(question -> question.answers().stream().anyMatch(catalogue::contains))
                .toList();
    }

    Evaluation of(Finder finder) {
        List<Question> all = Stream.concat(seen.stream(), unseen.stream()).toList();
        Map<String, Scores> each = new LinkedHashMap<>();
        each.put("seen (%d)".formatted(seen.size()), Scores.of(finder, seen));
        each.put("unseen (%d)".formatted(unseen.size()), Scores.of(finder, unseen));
        each.put("all (%d)".formatted(all.size()), Scores.of(finder, all));
        scores.put(finder.name(), each);
        return this;
    }

    /** How well the finder does on all questions together. */
    Scores overall(Finder finder) {
        return Objects.requireNonNull(scores.get(finder.name())).entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("all"))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    /** A table in Markdown. */
    @Override
    public String toString() {
        StringBuilder table =
                new StringBuilder("| finder | questions | success@1 | success@5 | MRR |\n|---|---|---|---|---|\n");
        scores.forEach((finder, each) -> each.forEach((questions, scored) ->
                table.append(String.format(Locale.ROOT, "| %s | %s | %s |%n", finder, questions, scored))));
        return table.toString();
    }
}
