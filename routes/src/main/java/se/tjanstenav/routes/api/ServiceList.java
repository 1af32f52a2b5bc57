package se.tjanstenav.routes.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.routes.http.Link;
import se.tjanstenav.routes.http.PageMeta;

/**
 * One page of services.
 *
 * @param facets the counts that were asked for; absent where none were
 * @param search how the question was understood; absent where there was none
 */
record ServiceList(
        List<ServiceSummary> services,
        @Nullable List<FacetDetail> facets,
        PageMeta meta,
        @Nullable SearchNote search,
        Map<String, Link> links) {}
