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
 */
record ServiceList(
        List<ServiceSummary> services, @Nullable List<FacetDetail> facets, PageMeta meta, Map<String, Link> links) {}
