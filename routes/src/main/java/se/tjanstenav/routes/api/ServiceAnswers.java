package se.tjanstenav.routes.api;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.tjanstenav.catalog.AnswerCache;
import se.tjanstenav.catalog.AnswerCache.Answer;
import se.tjanstenav.catalog.AnswerCache.Rendering;
import se.tjanstenav.catalog.Catalogue;
import se.tjanstenav.catalog.ChangeLog;
import se.tjanstenav.catalog.SourceStatus;
import se.tjanstenav.catalog.Sources;
import se.tjanstenav.catalog.WaitingTimes;
import se.tjanstenav.catalog.model.Agency;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.catalog.model.FeedId;
import se.tjanstenav.catalog.model.LocalizedText;
import se.tjanstenav.catalog.model.Provenance;
import se.tjanstenav.catalog.model.Service;
import se.tjanstenav.catalog.model.ServiceId;
import se.tjanstenav.routes.http.ApiProperties;
import tools.jackson.databind.json.JsonMapper;

/** Answers about single services, from the cache of ready bytes; writes the JSON only where the cache has none. */
@Component
class ServiceAnswers {

    private final AnswerCache cache;
    private final ChangeLog log;
    private final Catalogue catalogue;
    private final Sources sources;
    private final WaitingTimes waitingTimes;
    private final JsonMapper json;
    private final String linkBase;

    ServiceAnswers(
            AnswerCache cache,
            ChangeLog log,
            Catalogue catalogue,
            Sources sources,
            WaitingTimes waitingTimes,
            JsonMapper json,
            ApiProperties properties) {
        this.cache = cache;
        this.log = log;
        this.catalogue = catalogue;
        this.sources = sources;
        this.waitingTimes = waitingTimes;
        this.json = json;
        this.linkBase = properties.linkBase();
    }

    /** Sees to it that no answer is older than what has been published at this moment, by another replica too. */
    void lookAgain() {
        cache.follow(log.last());
    }

    Optional<Answer> json(ServiceId id, Languages languages) {
        AnswerCache.Key key = new AnswerCache.Key(id, "json;" + languages.variant());
        return Optional.ofNullable(cache.get(key, missed -> render(missed.service(), languages)));
    }

    private @Nullable Rendering render(ServiceId id, Languages languages) {
        Optional<Service> service = catalogue.service(id);
        return service.isPresent() ? rendering(service.get(), languages) : null;
    }

    /** The bytes as they are made for one reader alone, past the cache, which a whole catalogue would flush. */
    byte[] unkept(Service service, Languages languages) {
        return json.writeValueAsBytes(detail(service, shownSources(service), languages));
    }

    private ServiceDetail detail(Service service, List<SourceStatus> shown, Languages languages) {
        return ServiceDetail.of(
                service,
                agency(catalogue, service.authority()),
                shown,
                waitingTimes.covers(service.key()),
                languages,
                linkBase);
    }

    private Rendering rendering(Service service, Languages languages) {
        List<SourceStatus> shown = shownSources(service);
        Set<FeedId> feeds = new LinkedHashSet<>();
        shown.forEach(source -> feeds.add(source.feed()));
        return new Rendering(
                json.writeValueAsBytes(detail(service, shown, languages)),
                feeds,
                service.description().name().bestLanguage(languages.preferred()),
                service.changedAt());
    }

    private List<SourceStatus> shownSources(Service service) {
        Map<FeedId, SourceStatus> byFeed = sources.byFeed();
        return service.provenance().stream()
                .map(Provenance::feed)
                .distinct()
                .flatMap(feed -> Stream.ofNullable(byFeed.get(feed)))
                .toList();
    }

    /** The agency as registered; one that no connector names any more is called by its id. */
    static Agency agency(Catalogue catalogue, AgencyId id) {
        Agency known = catalogue.agencies().get(id);
        return known != null ? known : new Agency(id, LocalizedText.swedish(id.value()));
    }
}
