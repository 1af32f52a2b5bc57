package se.tjanstenav.catalog.search;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.Service;
import se.tjanstenav.catalog.model.ServiceId;

/**
 * Services in order of id, read page by page as they are used up, so that one page is in memory and nothing stays open
 * between two. What is removed meanwhile is left out; each service is whole, as it is when its page is read.
 *
 * @param <P> what a page consists of: ids, or the services themselves
 */
final class PagedServices<P> implements Iterator<Service> {

    private final Function<@Nullable ServiceId, List<P>> following;
    private final Function<P, ServiceId> id;
    private final Function<List<P>, List<Service>> read;

    private Iterator<Service> page = List.<Service>of().iterator();
    private @Nullable ServiceId last;
    private boolean ended;

    private PagedServices(
            Function<@Nullable ServiceId, List<P>> following,
            Function<P, ServiceId> id,
            Function<List<P>, List<Service>> read) {
        this.following = following;
        this.id = id;
        this.read = read;
    }

    /**
     * Begins with the first page, so that what keeps it from being read is met at once.
     *
     * @param following the next page after an id, or the first after null; an empty one ends it all
     */
    static <P> Iterator<Service> of(
            Function<@Nullable ServiceId, List<P>> following,
            Function<P, ServiceId> id,
            Function<List<P>, List<Service>> read) {
        PagedServices<P> services = new PagedServices<>(following, id, read);
        services.turn();
        return services;
    }

    private void turn() {
        while (!ended && !page.hasNext()) {
            List<P> next = following.apply(last);
            ended = next.isEmpty();
            if (!ended) {
                last = id.apply(next.get(next.size() - 1));
                page = read.apply(next).iterator();
            }
        }
    }

    @Override
    public boolean hasNext() {
        turn();
        return page.hasNext();
    }

    @Override
    public Service next() {
        if (!hasNext()) {
            throw new NoSuchElementException("There are no more services");
        }
        return page.next();
    }
}
