package se.tjanstenav.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.Agency;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.catalog.model.Service;
import se.tjanstenav.catalog.model.ServiceId;

/** The published services as the store holds them: the truth that {@link Catalogue} and the search index build on. */
public interface StoredServices {

    Optional<Service> service(ServiceId id);

    /** The service that the one of that id has become a part of, where it has. */
    Optional<ServiceId> mergedInto(ServiceId id);

    /** The services there are among the given ids, in the order of the ids. */
    List<Service> services(Collection<ServiceId> ids);

    /** The same, for a page that is shown: services of pages that many turn to are not parsed each time. */
    List<Service> shown(Collection<ServiceId> ids);

    /** The services whose ids follow the given one, in id order; from the first where it is null. */
    List<Service> after(@Nullable ServiceId id, int limit);

    /** How many services there are. */
    long count();

    /** The agencies as this process knows them, from memory. */
    Map<AgencyId, Agency> agencies();

    /** The agencies as they are at this moment, also where another process has registered them. */
    Map<AgencyId, Agency> storedAgencies();

    /** Names this store for ever; a copy of another store's content has another one. */
    UUID identity();
}
