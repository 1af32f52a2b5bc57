package se.tjanstenav.routes.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.Agency;
import se.tjanstenav.catalog.model.Journey;
import se.tjanstenav.catalog.model.Journey.Step;
import se.tjanstenav.catalog.model.Service;
import se.tjanstenav.routes.http.Link;

/**
 * One step of a journey.
 *
 * @param step its place, from 1
 * @param phase when it is taken, seen from the event
 * @param name what the agency that tells of the event calls it; else the service's own name, and absent without either
 * @param note what to mind
 * @param agency who answers for the service; by its id alone where no source names it
 * @param inCatalogue whether the catalogue has the service
 * @param service only where it has
 * @param optional whether not everybody has to take it
 * @param alongside the other steps that can be under way at the same time
 */
record LifeEventStepDetail(
        int step,
        Journey.Phase phase,
        @Nullable String name,
        @Nullable String note,
        Map<String, String> textLanguage,
        AgencyReference agency,
        boolean inCatalogue,
        @Nullable StepService service,
        boolean optional,
        List<Integer> alongside,
        ExpectedTimeDetail.OfStep expectedTime) {

    /**
     * The service of a step.
     *
     * @param name as its authority calls it
     */
    record StepService(String id, String name, String language, Link link) {

        private static @Nullable StepService of(@Nullable Service service, Languages languages, String linkBase) {
            if (service == null) {
                return null;
            }
            Wording.Text name = Wording.Text.of(languages, service.description().name());
            return new StepService(
                    service.id().value(),
                    name.text(),
                    name.language(),
                    Link.to(ServiceDetail.path(linkBase, service.id()), "service"));
        }
    }

    /**
     * @param at its place among the steps, from 0
     * @param service null where the catalogue does not have it
     */
    static LifeEventStepDetail of(
            List<Step> steps,
            int at,
            Agency agency,
            @Nullable Service service,
            ExpectedTimeDetail.OfStep time,
            Languages languages,
            String linkBase) {
        Step step = steps.get(at);
        Wording wording = new Wording(languages);
        String name = wording.optional(
                "name",
                step.name() != null || service == null
                        ? step.name()
                        : service.description().name());
        String note = wording.optional("note", step.note());
        return new LifeEventStepDetail(
                at + 1,
                step.phase(),
                name,
                note,
                wording.languageByField(),
                AgencyReference.of(agency, languages),
                service != null,
                StepService.of(service, languages, linkBase),
                step.optional(),
                alongside(steps, at),
                time);
    }

    /** Steps run together from one that does not run alongside the one before it, up to the next such. */
    private static List<Integer> alongside(List<Step> steps, int at) {
        int first = at;
        while (steps.get(first).alongside()) {
            first--;
        }
        int next = at + 1;
        while (next < steps.size() && steps.get(next).alongside()) {
            next++;
        }
        List<Integer> others = new ArrayList<>();
        for (int other = first; other < next; other++) {
            if (other != at) {
                others.add(other + 1);
            }
        }
        return List.copyOf(others);
    }
}
