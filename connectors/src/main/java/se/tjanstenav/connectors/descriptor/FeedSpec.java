package se.tjanstenav.connectors.descriptor;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.FeedKind;

/**
 * One thing that is harvested on its own schedule, or looked up live; it has one of {@code schedule} and {@code live}.
 *
 * @param detail the further request for each record, where the list is only an index
 * @param lookups further lists, fetched once per run
 * @param conditional whether to ask only for an answer that differs from the last published one
 * @param incremental how to ask only for the records that have changed since the last published run
 */
public record FeedSpec(
        String name,
        FeedKind kind,
        @Nullable Schedule schedule,
        @Nullable Live live,
        Freshness freshness,
        Request request,
        Response response,
        @Nullable Detail detail,
        List<Lookup> lookups,
        Pagination pagination,
        Boolean conditional,
        @Nullable Incremental incremental,
        MappingSpec mapping,
        List<MappingTest> tests) {

    public FeedSpec(
            String name,
            FeedKind kind,
            @Nullable Schedule schedule,
            @Nullable Live live,
            @Nullable Freshness freshness,
            Request request,
            Response response,
            @Nullable Detail detail,
            @Nullable List<Lookup> lookups,
            @Nullable Pagination pagination,
            @Nullable Boolean conditional,
            @Nullable Incremental incremental,
            MappingSpec mapping,
            @Nullable List<MappingTest> tests) {
        this.name = name;
        this.kind = kind;
        this.schedule = schedule;
        this.live = live;
        this.freshness = freshness == null ? Freshness.DEFAULTS : freshness;
        this.request = request;
        this.response = response;
        this.detail = detail;
        this.lookups = lookups == null ? List.of() : List.copyOf(lookups);
        this.pagination = pagination == null ? Pagination.NONE : pagination;
        this.conditional = conditional != null && conditional;
        this.incremental = incremental;
        this.mapping = mapping;
        this.tests = tests == null ? List.of() : List.copyOf(tests);
    }

    /** Whether a request asks for one service, whose code stands in for {@link ServiceKeyPlaceholder}. */
    public boolean perService() {
        return ServiceKeyPlaceholder.in(request);
    }

    /** The code of the service that the request is for, where it is for one. */
    public Optional<String> asked() {
        return live == null ? Optional.empty() : Optional.ofNullable(live.asked());
    }

    /** The feed with a request that asks for one service. */
    public FeedSpec asking(String serviceCode) {
        return new FeedSpec(
                name,
                kind,
                schedule,
                live == null ? null : live.asking(serviceCode),
                freshness,
                ServiceKeyPlaceholder.fill(request, serviceCode),
                response,
                detail,
                lookups,
                pagination,
                conditional,
                incremental,
                mapping,
                tests);
    }

    /** A feed that asks for a lookup's list instead, and always for the whole of it. */
    public FeedSpec asking(Lookup lookup) {
        return new FeedSpec(
                name,
                kind,
                schedule,
                null,
                freshness,
                lookup.request(),
                lookup.response(),
                null,
                null,
                lookup.pagination(),
                false,
                null,
                mapping,
                null);
    }

    /** How old a feed's data may be and still count as coming from the source. */
    public record Freshness(Duration fresh) {

        static final Freshness DEFAULTS = new Freshness(Duration.ofHours(36));
    }

    /**
     * How runs go on from where the last published one was.
     *
     * @param parameter the query parameter for the position; SOAP has a placeholder instead
     * @param field pointer to the value within a record whose greatest is the position
     * @param fullEvery how often the feed is seen whole all the same
     */
    public record Incremental(@Nullable String parameter, String field, Duration fullEvery) {}

    /**
     * How a record becomes a contribution.
     *
     * @param defaults what the contribution has where the expression gives nothing
     */
    public record MappingSpec(String language, String expression, Map<String, Object> defaults) {

        public MappingSpec(String language, String expression, @Nullable Map<String, Object> defaults) {
            this.language = language;
            this.expression = expression;
            this.defaults = defaults == null ? Map.of() : defaults;
        }
    }
}
