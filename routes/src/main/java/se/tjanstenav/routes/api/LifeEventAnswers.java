package se.tjanstenav.routes.api;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import se.tjanstenav.catalog.Catalogue;
import se.tjanstenav.catalog.ExpectedTime;
import se.tjanstenav.catalog.PublishedJourney;
import se.tjanstenav.catalog.Sources;
import se.tjanstenav.catalog.model.Journey.Step;
import se.tjanstenav.catalog.model.Service;
import se.tjanstenav.catalog.model.ServiceId;
import se.tjanstenav.routes.http.ApiProperties;

/** Joins journeys with what the catalogue knows of the services that they lead through. */
@Component
class LifeEventAnswers {

    private final Catalogue catalogue;
    private final Sources sources;
    private final String linkBase;

    LifeEventAnswers(Catalogue catalogue, Sources sources, ApiProperties properties) {
        this.catalogue = catalogue;
        this.sources = sources;
        this.linkBase = properties.linkBase();
    }

    LifeEventSummary summary(PublishedJourney published, Languages languages) {
        return LifeEventSummary.of(
                published, ServiceAnswers.agency(catalogue, published.key().authority()), languages, linkBase);
    }

    LifeEventDetail detail(PublishedJourney published, Languages languages) {
        List<Step> steps = published.journey().steps();
        Map<ServiceId, Service> services = services(steps);
        ExpectedTime time = ExpectedTime.of(published.journey(), services);
        List<ExpectedTimeDetail.OfStep> times = ExpectedTimeDetail.steps(time, languages);
        return LifeEventDetail.of(
                published,
                ServiceAnswers.agency(catalogue, published.key().authority()),
                ExpectedTimeDetail.of(time, languages),
                IntStream.range(0, steps.size())
                        .mapToObj(at -> step(steps, at, services, times.get(at), languages))
                        .toList(),
                sources.byFeed().get(published.provenance().feed()),
                languages,
                linkBase);
    }

    private LifeEventStepDetail step(
            List<Step> steps,
            int at,
            Map<ServiceId, Service> services,
            ExpectedTimeDetail.OfStep time,
            Languages languages) {
        Service service = services.get(ServiceId.of(steps.get(at).service()));
        return LifeEventStepDetail.of(
                steps,
                at,
                ServiceAnswers.agency(
                        catalogue, service == null ? steps.get(at).service().authority() : service.authority()),
                service,
                time,
                languages,
                linkBase);
    }

    /** By the id that the step names, also where that service has become a part of another. */
    private Map<ServiceId, Service> services(List<Step> steps) {
        List<ServiceId> named = steps.stream()
                .map(step -> ServiceId.of(step.service()))
                .distinct()
                .toList();
        Map<ServiceId, Service> found = new HashMap<>();
        catalogue.services(named).forEach(service -> found.put(service.id(), service));
        for (ServiceId id : named) {
            if (!found.containsKey(id)) {
                catalogue.mergedInto(id).flatMap(catalogue::service).ifPresent(service -> found.put(id, service));
            }
        }
        return found;
    }
}
