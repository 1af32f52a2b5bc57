package se.tjanstenav.connectors.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.CaseEvent;
import se.tjanstenav.catalog.model.Commitment;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.catalog.model.Journey;
import se.tjanstenav.catalog.model.ProcessingTime;
import se.tjanstenav.catalog.model.ServiceDescription;
import tools.jackson.databind.json.JsonMapper;

/** The codes that agencies share, as {@code docs/vocabulary.md} lists them. Others are allowed, but found less easily. */
record Vocabulary(List<Term> lifeEvents, List<Term> businessEvents, List<Term> themes, List<Term> caseEvents) {

    private static final String RESOURCE = "/se/tjanstenav/connectors/vocabulary.json";

    /**
     * One code.
     *
     * @param sv Swedish label
     * @param en English label
     * @param source the corresponding term of a list outside this project
     */
    record Term(
            String code,
            String sv,
            String en,
            String meaning,
            @Nullable String source) {}

    static Vocabulary load() {
        try (InputStream json = Vocabulary.class.getResourceAsStream(RESOURCE)) {
            if (json == null) {
                throw new IllegalStateException("The vocabulary " + RESOURCE + " is missing from the class path");
            }
            return JsonMapper.shared().readValue(json, Vocabulary.class);
        } catch (IOException e) {
            throw new IllegalStateException("The vocabulary " + RESOURCE + " cannot be read", e);
        }
    }

    /** Every code of the contributions that is not in the list, each with its kind, such as {@code theme 'x'}. */
    List<String> unknown(List<Contribution> contributions) {
        Set<String> unknown = new TreeSet<>();
        BiConsumer<String, Set<String>> note =
                (kind, codes) -> codes.forEach(code -> unknown.add("%s '%s'".formatted(kind, code)));
        for (Contribution contribution : contributions) {
            ServiceDescription description = contribution.description();
            if (description != null) {
                note.accept("life event", without(lifeEvents, description.lifeEvents()));
                note.accept("business event", without(businessEvents, description.businessEvents()));
                note.accept("theme", without(themes, description.themes()));
            }
            Journey journey = contribution.journey();
            if (journey != null && journey.kind() == Journey.Kind.LIFE_EVENT) {
                note.accept("life event", without(lifeEvents, Set.of(journey.event())));
            } else if (journey != null) {
                note.accept("business event", without(businessEvents, Set.of(journey.event())));
            }
            note.accept("case event", without(caseEvents, events(contribution)));
        }
        return List.copyOf(unknown);
    }

    private static Set<String> events(Contribution contribution) {
        Set<String> events = new TreeSet<>();
        for (ProcessingTime time : contribution.processingTimes()) {
            events.add(time.startEvent().code());
            events.add(time.endEvent().code());
        }
        for (Commitment commitment : contribution.commitments()) {
            Commitment.Target target = commitment.target();
            if (target != null) {
                add(events, target.startEvent());
                add(events, target.endEvent());
            }
        }
        return events;
    }

    private static void add(Set<String> events, @Nullable CaseEvent event) {
        if (event != null) {
            events.add(event.code());
        }
    }

    private static Set<String> without(List<Term> terms, Set<String> codes) {
        Set<String> left = new TreeSet<>(codes);
        left.removeAll(terms.stream().map(Term::code).collect(Collectors.toSet()));
        return left;
    }
}
