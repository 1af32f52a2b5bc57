package se.tjanstenav.connectors.descriptor;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.FeedKind;

/**
 * One thing that is harvested on its own schedule, or looked up live; it has one of {@code schedule} and {@code live}.
 *
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

    /** The feed with a request that asks for one service. */
    public FeedSpec asking(String serviceCode) {
        return new FeedSpec(
                name,
                kind,
                schedule,
                live,
                freshness,
                ServiceKeyPlaceholder.fill(request, serviceCode),
                response,
                pagination,
                conditional,
                incremental,
                mapping,
                tests);
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

    public record MappingSpec(String language, String expression) {}

    /** A sample record and what the mapping must make of it; both are files beside the descriptor. */
    public record MappingTest(String input, String expect) {}
}
