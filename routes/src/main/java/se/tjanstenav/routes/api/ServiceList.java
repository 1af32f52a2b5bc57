package se.tjanstenav.routes.api;

import java.util.List;
import java.util.Map;

/** One page of services. */
record ServiceList(List<ServiceSummary> services, PageMeta meta, Map<String, Link> links) {}
