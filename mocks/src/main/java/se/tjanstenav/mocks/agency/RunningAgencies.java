package se.tjanstenav.mocks.agency;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The agencies of one run, in the order they are shown. An unknown one is an {@link IllegalArgumentException} that names all. */
public final class RunningAgencies {

    private final Map<String, RunningAgency> byId;

    public RunningAgencies(Map<String, RunningAgency> byId) {
        this.byId = new LinkedHashMap<>(byId);
    }

    public Collection<RunningAgency> all() {
        return byId.values();
    }

    public Set<String> ids() {
        return new LinkedHashSet<>(byId.keySet());
    }

    public RunningAgency agency(String id) {
        RunningAgency found = byId.get(id);
        if (found == null) {
            throw new IllegalArgumentException("No stub agency " + id + "; there are " + byId.keySet());
        }
        return found;
    }

    public void stop() {
        byId.values().forEach(RunningAgency::stop);
    }
}
