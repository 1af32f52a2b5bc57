package se.tjanstenav.connectors.trial;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import se.tjanstenav.catalog.model.AgencyId;

/** How many of something may be under way at once, so that nobody makes the hub busy with it. Nobody waits for a slot. */
public final class Slots {

    private final int inAll;
    private final int perAgency;
    private final Map<AgencyId, Integer> taken = new HashMap<>();

    public Slots(int inAll, int perAgency) {
        this.inAll = inAll;
        this.perAgency = perAgency;
    }

    /** Until it is closed, one more is under way. */
    public interface Slot extends AutoCloseable {

        @Override
        void close();
    }

    /** A slot, if there is one left. */
    public synchronized Optional<Slot> take(AgencyId agency) {
        int all = taken.values().stream().mapToInt(Integer::intValue).sum();
        int own = taken.getOrDefault(agency, 0);
        if (all >= inAll || own >= perAgency) {
            return Optional.empty();
        }
        taken.put(agency, own + 1);
        return Optional.of(() -> giveBack(agency));
    }

    private synchronized void giveBack(AgencyId agency) {
        taken.computeIfPresent(agency, (same, count) -> count == 1 ? null : count - 1);
    }
}
