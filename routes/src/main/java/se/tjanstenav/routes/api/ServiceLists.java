package se.tjanstenav.routes.api;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import se.tjanstenav.catalog.AnswerCache.Answer;
import se.tjanstenav.catalog.AnswerCache.Rendering;
import se.tjanstenav.catalog.Catalogue;
import se.tjanstenav.catalog.ListCache;
import se.tjanstenav.catalog.ServicePage;
import se.tjanstenav.catalog.ServiceQuery;
import se.tjanstenav.catalog.SourceStatus;
import se.tjanstenav.catalog.Sources;
import se.tjanstenav.catalog.model.FeedId;
import se.tjanstenav.catalog.model.Provenance;
import se.tjanstenav.routes.http.ApiProperties;
import se.tjanstenav.routes.http.Link;
import se.tjanstenav.routes.http.PageLinks;
import se.tjanstenav.routes.http.PageMeta;
import se.tjanstenav.routes.http.PageQuery;
import se.tjanstenav.routes.http.Roots;
import tools.jackson.databind.json.JsonMapper;

/** Pages of services, from the cache of ready bytes; searches and writes only where the cache has none. */
@Component
class ServiceLists {

    private static final int ALTERNATIVES = 5;

    private final ListCache cache;
    private final Catalogue catalogue;
    private final Sources sources;
    private final FacetLabels labels;
    private final JsonMapper json;
    private final String linkBase;

    ServiceLists(
            ListCache cache,
            Catalogue catalogue,
            Sources sources,
            FacetLabels labels,
            JsonMapper json,
            ApiProperties properties) {
        this.cache = cache;
        this.catalogue = catalogue;
        this.sources = sources;
        this.labels = labels;
        this.json = json;
        this.linkBase = properties.linkBase();
    }

    /**
     * The page if it lies ready.
     *
     * @param query as it stands in the address, which need not have been checked: nothing lies ready that was refused
     */
    @Nullable
    Answer ready(@Nullable String query, Languages languages) {
        return cache.ready(question(query, languages));
    }

    /**
     * The page, kept if that can be.
     *
     * @param raw the query as it stands in the address
     * @param sent its parameters, which the links of the page repeat
     * @return null where nothing is kept; then {@link #written} makes the page for this caller alone
     */
    @Nullable
    Answer answer(
            @Nullable String raw,
            ServiceQuery query,
            PageQuery wanted,
            MultiValueMap<String, String> sent,
            Languages languages) {
        return cache.get(question(raw, languages), () -> rendering(query, wanted, sent, languages));
    }

    private static String question(@Nullable String query, Languages languages) {
        return languages.variant() + (query == null ? "" : "?" + query);
    }

    byte[] written(ServiceQuery query, PageQuery wanted, MultiValueMap<String, String> sent, Languages languages) {
        return rendering(query, wanted, sent, languages).body();
    }

    private Rendering rendering(
            ServiceQuery query, PageQuery wanted, MultiValueMap<String, String> sent, Languages languages) {
        ServicePage page = catalogue.search(query);
        Set<FeedId> feeds = page.services().stream()
                .flatMap(service -> service.provenance().stream())
                .map(Provenance::feed)
                .collect(Collectors.toSet());
        byte[] body = json.writeValueAsBytes(list(page, query, wanted, sent, languages));
        return new Rendering(body, feeds, languages.first(), null);
    }

    private ServiceList list(
            ServicePage page,
            ServiceQuery query,
            PageQuery wanted,
            MultiValueMap<String, String> sent,
            Languages languages) {
        PageMeta meta = wanted.meta(page.total());
        Map<String, Link> links = new PageLinks(linkBase + Roots.CATALOG + "/services", sent).around(meta);
        return new ServiceList(
                summaries(page, languages),
                query.facets().isEmpty() ? null : facets(page, languages),
                meta,
                note(page, query.text(), languages),
                links);
    }

    private List<FacetDetail> facets(ServicePage page, Languages languages) {
        return page.facets().stream()
                .map(counts -> FacetDetail.of(counts, labels.of(counts, languages)))
                .toList();
    }

    private List<ServiceSummary> summaries(ServicePage page, Languages languages) {
        Map<FeedId, SourceStatus> byFeed = sources.byFeed();
        return page.services().stream()
                .map(service -> ServiceSummary.of(
                        service,
                        ServiceAnswers.agency(catalogue, service.authority()),
                        FreshnessDetail.of(service, byFeed),
                        languages,
                        linkBase,
                        page.understanding() == null ? null : page.highlights().getOrDefault(service.id(), List.of())))
                .toList();
    }

    /** Where nothing is found, what begins as the question's words do is worth a try. */
    private @Nullable SearchNote note(ServicePage page, @Nullable String words, Languages languages) {
        List<SuggestionDetail> instead = words == null || page.total() > 0
                ? List.of()
                : catalogue.alternatives(words, languages.first(), ALTERNATIVES).stream()
                        .map(suggestion -> SuggestionDetail.of(suggestion, linkBase))
                        .toList();
        return SearchNote.of(page.understanding(), instead);
    }
}
