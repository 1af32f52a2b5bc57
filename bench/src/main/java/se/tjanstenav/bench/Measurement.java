package se.tjanstenav.bench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one command measures. */
interface Measurement {

    /**
     * Measures.
     *
     * @param folder empty, and deleted afterwards
     */
    Report run(Path folder, Extent extent, TestBed bed) throws Exception;

    static Measurement named(String name) {
        Measurement measurement = all().get(name);
        if (measurement == null) {
            throw new IllegalArgumentException("There is no figure '" + name + "', but " + names() + " and all");
        }
        return measurement;
    }

    static List<String> names() {
        return List.copyOf(all().keySet());
    }

    private static Map<String, Measurement> all() {
        Map<String, Measurement> all = new LinkedHashMap<>();
        all.put("reads", new Reads());
        all.put("harvest", new Harvest());
        all.put("loops", new Loops());
        all.put("growth", new Growth());
        all.put("search", new Search());
        all.put("faults", new Faults());
        all.put("abuse", new Abuse());
        all.put("replicas", new Replicas());
        return all;
    }
}
