package se.tjanstenav.routes.api;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
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
import se.tjanstenav.routes.linkeddata.LinkedData;
import se.tjanstenav.routes.linkeddata.RdfForm;
import tools.jackson.databind.json.JsonMapper;

/** Answers about single services, from the cache of ready bytes; writes them only where the cache has none. */
@Component
class ServiceAnswers {

    /** JSON first: it is what who says nothing gets. */
    static final List<MediaType> OFFERED =
            List.of(MediaType.APPLICATION_JSON, RdfForm.JSON_LD.mediaType(), RdfForm.TURTLE.mediaType());

    private static final String PROFILE = "<https://semiceu.github.io/CPSV-AP/releases/3.2.0/>; rel=\"profile\"";

    /** By what is answered, since it goes out with each answer. */
    private static final Map<MediaType, List<String>> LINKS =
            OFFERED.stream().collect(Collectors.toUnmodifiableMap(type -> type, ServiceAnswers::linksBeside));

    private final AnswerCache cache;
    private final ChangeLog log;
    private final Catalogue catalogue;
    private final Sources sources;
    private final WaitingTimes waitingTimes;
    private final LinkedData linkedData;
    private final JsonMapper json;
    private final String linkBase;

    ServiceAnswers(
            AnswerCache cache,
            ChangeLog log,
            Catalogue catalogue,
            Sources sources,
            WaitingTimes waitingTimes,
            LinkedData linkedData,
            JsonMapper json,
            ApiProperties properties) {
        this.cache = cache;
        this.log = log;
        this.catalogue = catalogue;
        this.sources = sources;
        this.waitingTimes = waitingTimes;
        this.linkedData = linkedData;
        this.json = json;
        this.linkBase = properties.linkBase();
    }

    /** Sees to it that no answer is older than what has been published at this moment, by another replica too. */
    void lookAgain() {
        cache.follow(log.last());
    }

    /**
     * @param type one of {@link #OFFERED}
     * @param languages for JSON; linked data has all languages
     */
    Optional<Answer> answer(ServiceId id, MediaType type, Languages languages) {
        if (type.equals(MediaType.APPLICATION_JSON)) {
            return answer(id, "json;" + languages.variant(), service -> rendering(service, languages));
        }
        RdfForm form = type.equals(RdfForm.TURTLE.mediaType()) ? RdfForm.TURTLE : RdfForm.JSON_LD;
        return answer(id, form.variant(), service -> rendering(service, form));
    }

    private Optional<Answer> answer(ServiceId id, String variant, Function<Service, Rendering> rendering) {
        AnswerCache.Key key = new AnswerCache.Key(id, variant);
        return Optional.ofNullable(cache.get(key, missed -> render(missed.service(), rendering)));
    }

    /** The other forms of the answer, and what explains this one. */
    static List<String> links(MediaType type) {
        return LINKS.getOrDefault(type, List.of());
    }

    private static List<String> linksBeside(MediaType type) {
        Stream<String> others = OFFERED.stream()
                .filter(other -> !other.equals(type))
                .map(other -> "<>; rel=\"alternate\"; type=\"%s\"".formatted(other));
        Stream<String> explanations = type.equals(MediaType.APPLICATION_JSON)
                ? Stream.of()
                : Stream.of(PROFILE, LinkedDataController.describedBy());
        return Stream.concat(others, explanations).toList();
    }

    private @Nullable Rendering render(ServiceId id, Function<Service, Rendering> rendering) {
        Optional<Service> service = catalogue.service(id);
        return service.isPresent() ? rendering.apply(service.get()) : null;
    }

    /** Shows no status of sources, and yet agencies by the names that come with it. */
    private Rendering rendering(Service service, RdfForm form) {
        Set<FeedId> feeds = new LinkedHashSet<>();
        shownSources(service).forEach(source -> feeds.add(source.feed()));
        return new Rendering(
                linkedData.service(service, form),
                feeds,
                String.join(", ", service.description().name().byLanguage().keySet()),
                service.changedAt());
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
        return service.provenance().stream()
                .map(Provenance::feed)
                .distinct()
                .flatMap(feed -> sources.of(feed).stream())
                .toList();
    }

    /** The agency as registered; one that no connector names any more is called by its id. */
    static Agency agency(Catalogue catalogue, AgencyId id) {
        Agency known = catalogue.agencies().get(id);
        return known != null ? known : new Agency(id, LocalizedText.swedish(id.value()));
    }
}
