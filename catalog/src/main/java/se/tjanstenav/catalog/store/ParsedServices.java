package se.tjanstenav.catalog.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import se.tjanstenav.catalog.model.Service;

/**
 * Services that lists show, so that they are not parsed for each list. They are known by their state: whoever reads asks
 * the database which state holds, so that none is ever taken for newer than it is, whichever hub published it.
 */
final class ParsedServices {

    /** How many bytes a service takes in memory for each character of its body, about. */
    private static final int BYTES_PER_CHARACTER = 4;

    private final Cache<State, Parsed> cache;

    /** @param bytes of memory that they may take, about */
    ParsedServices(long bytes) {
        this.cache = Caffeine.newBuilder()
                .maximumWeight(bytes / BYTES_PER_CHARACTER)
                .weigher((State state, Parsed parsed) -> parsed.characters)
                .build();
    }

    /** A service as it has been since a time, in milliseconds since 1970 UTC; it may have been the same before. */
    record State(String id, String hash, long changedAt) {}

    private record Parsed(Service service, int characters) {}

    /** Those of them that are kept, by id. */
    Map<String, Service> kept(Set<State> states) {
        Map<String, Service> kept = new HashMap<>();
        cache.getAllPresent(states).forEach((state, parsed) -> kept.put(state.id, parsed.service));
        return kept;
    }

    Service parse(State state, String body) {
        Service service = Json.read(body, Service.class);
        cache.put(state, new Parsed(service, body.length()));
        return service;
    }
}
