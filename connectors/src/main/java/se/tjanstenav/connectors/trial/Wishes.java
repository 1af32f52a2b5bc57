package se.tjanstenav.connectors.trial;

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

/** What readers of the catalogue look for although the model can do without it. */
public final class Wishes {

    private static final Map<String, Predicate<ServiceDescription>> OF_SERVICES = services();
    private static final Map<String, Predicate<ProcessingTime>> OF_TIMES = times();
    private static final Map<String, Predicate<Commitment>> OF_COMMITMENTS = commitments();

    private final Predicate<ServiceKey> hasChannels;

    /**
     * Something that some records lack.
     *
     * @param records their external ids
     */
    public record Lack(String wish, List<String> records) {

        public Lack {
            records = List.copyOf(records);
        }
    }

    /**
     * Wishes.
     *
     * @param hasChannels whether some feed of the connector gives a service a channel
     */
    public Wishes(Predicate<ServiceKey> hasChannels) {
        this.hasChannels = hasChannels;
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

    /** Everything that some records lack. */
    public List<Lack> missing(List<Contribution> contributions) {
        Map<String, Set<String>> lacking = new LinkedHashMap<>();
        contributions.forEach(contribution -> look(contribution, lacking));
        List<Lack> lacks = new ArrayList<>();
        lacking.forEach((wish, records) -> lacks.add(new Lack(wish, List.copyOf(records))));
        return lacks;
    }

    private void look(Contribution contribution, Map<String, Set<String>> lacking) {
        ServiceDescription description = contribution.description();
        if (description != null) {
            OF_SERVICES.forEach((wish, granted) -> note(granted.test(description), wish, contribution, lacking));
            boolean channel = !contribution.channels().isEmpty() || hasChannels.test(contribution.service());
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
}
