package se.tjanstenav.routes.api;

import java.util.List;
import java.util.Map;
import se.tjanstenav.routes.http.Link;
import se.tjanstenav.routes.http.PageMeta;

/** One page of services. */
record ServiceList(List<ServiceSummary> services, PageMeta meta, Map<String, Link> links) {}
