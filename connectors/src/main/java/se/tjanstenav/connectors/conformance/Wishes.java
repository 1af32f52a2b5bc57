package se.tjanstenav.connectors.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.Commitment;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.catalog.model.LocalizedText;
import se.tjanstenav.catalog.model.ProcessingTime;
import se.tjanstenav.catalog.model.ServiceDescription;
import se.tjanstenav.catalog.model.ServiceKey;
import se.tjanstenav.connectors.fault.Excerpt;

/** What readers of the catalogue look for although the model can do without it. */
final class Wishes {

    private static final int NAMED = 3;

    private static final Map<String, Predicate<ServiceDescription>> OF_SERVICES = services();
    private static final Map<String, Predicate<ProcessingTime>> OF_TIMES = times();
    private static final Map<String, Predicate<Commitment>> OF_COMMITMENTS = commitments();

    private final Set<ServiceKey> withChannels;

    /**
     * Wishes.
     *
     * @param withChannels services that some feed of the connector gives a channel
     */
    Wishes(Set<ServiceKey> withChannels) {
        this.withChannels = withChannels;
    }

    private static Map<String, Predicate<ServiceDescription>> services() {
        Map<String, Predicate<ServiceDescription>> wishes = new LinkedHashMap<>();
        wishes.put("name in Swedish", service -> has(service.name(), "sv"));
        wishes.put("name in English", service -> has(service.name(), "en"));
        wishes.put("summary", service -> service.summary() != null);
        wishes.put("description", service -> service.description() != null);
        wishes.put("keywords", service -> !service.keywords().isEmpty());
        wishes.put("audiences", service -> !service.audiences().isEmpty());
        wishes.put("coverage", service -> service.coverage() != null);
        wishes.put("checkedOn", service -> service.checkedOn() != null);
        return wishes;
    }

    private static Map<String, Predicate<ProcessingTime>> times() {
        Map<String, Predicate<ProcessingTime>> wishes = new LinkedHashMap<>();
        wishes.put("asOf of a processing time", time -> time.asOf() != null);
        wishes.put("period of an observed time", time -> !observed(time) || time.periodFrom() != null);
        wishes.put("sampleSize of an observed time", time -> !observed(time) || time.sampleSize() != null);
        return wishes;
    }

    private static Map<String, Predicate<Commitment>> commitments() {
        Map<String, Predicate<Commitment>> wishes = new LinkedHashMap<>();
        wishes.put("statement in English", commitment -> has(commitment.statement(), "en"));
        wishes.put("target of a commitment", commitment -> commitment.target() != null);
        wishes.put("where to complain", commitment -> commitment.complaints() != null);
        wishes.put("validFrom of a commitment", commitment -> commitment.validFrom() != null);
        return wishes;
    }

    private static boolean observed(ProcessingTime time) {
        return time.kind() == ProcessingTime.Kind.OBSERVED;
    }

    private static boolean has(@Nullable LocalizedText text, String language) {
        return text != null && text.in(language).isPresent();
    }

    /** One line for everything that some records lack, with examples of them. */
    List<String> missing(List<Contribution> contributions) {
        Map<String, Set<String>> lacking = new LinkedHashMap<>();
        contributions.forEach(contribution -> look(contribution, lacking));
        List<String> lines = new ArrayList<>();
        lacking.forEach((wish, records) -> lines.add(line(wish, records)));
        return lines;
    }

    private void look(Contribution contribution, Map<String, Set<String>> lacking) {
        ServiceDescription description = contribution.description();
        if (description != null) {
            OF_SERVICES.forEach((wish, granted) -> note(granted.test(description), wish, contribution, lacking));
            boolean channel = !contribution.channels().isEmpty() || withChannels.contains(contribution.service());
            note(channel, "a contact channel", contribution, lacking);
        }
        contribution
                .processingTimes()
                .forEach(time ->
                        OF_TIMES.forEach((wish, granted) -> note(granted.test(time), wish, contribution, lacking)));
        contribution
                .commitments()
                .forEach(commitment -> OF_COMMITMENTS.forEach(
                        (wish, granted) -> note(granted.test(commitment), wish, contribution, lacking)));
    }

    private static void note(
            boolean granted, String wish, Contribution contribution, Map<String, Set<String>> lacking) {
        if (!granted) {
            lacking.computeIfAbsent(wish, same -> new LinkedHashSet<>()).add(contribution.externalId());
        }
    }

    private static String line(String wish, Set<String> records) {
        List<String> named = records.stream().limit(NAMED).map(Excerpt::of).toList();
        return "%s: missing in %s (%s%s)"
                .formatted(
                        wish,
                        Counted.of(records.size(), "record"),
                        String.join(", ", named),
                        records.size() > NAMED ? ", …" : "");
    }
}
