package se.tjanstenav.catalog.search;

import java.util.List;
import se.tjanstenav.catalog.model.ServiceId;

/** One page of matches and how many there are in all. */
record Found(List<ServiceId> ids, long total) {}
