package se.tjanstenav.catalog;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.Agency;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.catalog.model.Service;
import se.tjanstenav.catalog.model.ServiceId;

/**
 * Reads the published catalogue. A service read here is always of one published generation, never half of a harvest.
 */
public interface Catalogue {

    Optional<Service> service(ServiceId id);

    /** The service that the one of that id has become a part of, where it has. */
    Optional<ServiceId> mergedInto(ServiceId id);

    /** The services there are among the given ids, in the order of the ids. */
    List<Service> services(Collection<ServiceId> ids);

    /** One page of the services that match, found through the search index. */
    ServicePage search(ServiceQuery query);

    /**
     * All services that match, in order of id, which stays the same whatever changes meanwhile. They are read as they are
     * used, so that few are in memory; nothing has to be closed.
     *
     * @param text words in the citizen's language; null selects all
     */
    Iterator<Service> all(@Nullable String text, ServiceFilter filter);

    /**
     * What somebody who has typed so much may be about to write, likeliest first: names and keywords of services, life and
     * business events, agencies.
     *
     * @param text as typed; its last word may be incomplete
     * @param language of the reader, {@code sv}, {@code en} or {@code fi}
     */
    List<Suggestion> suggestions(String text, String language, int limit);

    /** What to try where nothing answers to a question: what begins as its words do, and else the events there are. */
    List<Suggestion> alternatives(String question, String language, int limit);

    /** Every agency that a connector speaks for. */
    Map<AgencyId, Agency> agencies();
}
