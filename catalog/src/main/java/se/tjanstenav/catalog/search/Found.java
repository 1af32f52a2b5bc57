package se.tjanstenav.catalog.search;

import java.util.List;
import se.tjanstenav.catalog.FacetCounts;
import se.tjanstenav.catalog.model.ServiceId;

/** One page of matches, how many there are in all, and what was counted of them. */
record Found(List<ServiceId> ids, long total, List<FacetCounts> facets) {}
