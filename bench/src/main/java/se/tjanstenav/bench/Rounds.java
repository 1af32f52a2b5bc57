package se.tjanstenav.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Contestants that are measured in turn, so that what else the machine does in the meantime meets them all alike. */
final class Rounds<T> {

    private final Map<String, Callable<T>> contestants = new LinkedHashMap<>();

    Rounds<T> with(String name, Callable<T> measurement) {
        contestants.put(name, measurement);
        return this;
    }

    /** What each contestant did in each round; one round before, which is not counted, warms them up. */
    Map<String, List<T>> run(int rounds) throws Exception {
        Map<String, List<T>> results = new LinkedHashMap<>();
        for (int round = 0; round <= rounds; round++) {
            for (Map.Entry<String, Callable<T>> contestant : contestants.entrySet()) {
                T result = contestant.getValue().call();
                if (round > 0) {
                    results.computeIfAbsent(contestant.getKey(), name -> new ArrayList<>())
                            .add(result);
                }
            }
        }
        return results;
    }
}
