package se.tjanstenav.routes.api;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * JSON pointers into a service as the catalogue keeps it, as pointers into the answer about it. They lead to the member of
 * the answer that differs and not below: a text is there in one language and not in all, a source in one word and not in
 * two members.
 */
final class AnswerPointers {

    private static final String DESCRIPTION = "description";
    private static final Set<String> NAMED_ENTRIES = Set.of("channels", "processingTimes", "commitments");

    private AnswerPointers() {}

    static List<String> of(List<String> kept) {
        return kept.stream().map(AnswerPointers::of).distinct().toList();
    }

    private static String of(String kept) {
        List<String> steps = Stream.of(kept.split("/", -1))
                .skip(1)
                .map(AnswerPointers::named)
                .toList();
        if (steps.get(0).equals(DESCRIPTION) && steps.size() > 1) {
            return entry(steps.subList(1, steps.size()));
        }
        if (NAMED_ENTRIES.contains(steps.get(0))) {
            return pointer(steps, 3);
        }
        return entry(steps);
    }

    /** A commitment's outcome, as its agency reports it and as the hub computes it, is one member of the answer. */
    private static String named(String step) {
        return step.equals("computed") ? "outcome" : step;
    }

    /** A member, or its entry where it is a list. */
    private static String entry(List<String> steps) {
        boolean list = steps.size() > 1 && steps.get(1).matches("\\d+");
        return pointer(steps, list ? 2 : 1);
    }

    private static String pointer(List<String> steps, int most) {
        return "/" + String.join("/", steps.subList(0, Math.min(most, steps.size())));
    }
}
