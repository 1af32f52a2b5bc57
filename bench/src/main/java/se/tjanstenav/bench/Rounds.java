package se.tjanstenav.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** Contestants that are measured in turn, so that what else the machine does in the meantime meets them all alike. */
final class Rounds {

    private final Map<String, Callable<Wrk.Result>> contestants = new LinkedHashMap<>();

    Rounds with(String name, Callable<Wrk.Result> measurement) {
        contestants.put(name, measurement);
        return this;
    }

    /** One round before those that count warms the contestants up. */
    Results run(int rounds) throws Exception {
        Map<String, List<Wrk.Result>> results = new LinkedHashMap<>();
        contestants.keySet().forEach(name -> results.put(name, new ArrayList<>()));
        for (int round = 0; round <= rounds; round++) {
            for (Map.Entry<String, Callable<Wrk.Result>> contestant : contestants.entrySet()) {
                Wrk.Result result = contestant.getValue().call();
                if (round > 0) {
                    results.getOrDefault(contestant.getKey(), List.of()).add(result);
                }
            }
        }
        return new Results(results);
    }

    /** What each contestant did, round by round. */
    record Results(Map<String, List<Wrk.Result>> byName) {

        List<Double> perSecond(String name) {
            return column(name, Wrk.Result::perSecond);
        }

        /** In milliseconds. */
        List<Double> p50(String name) {
            return column(name, Wrk.Result::p50Millis);
        }

        /** In milliseconds. */
        List<Double> p99(String name) {
            return column(name, Wrk.Result::p99Millis);
        }

        private List<Double> column(String name, Function<Wrk.Result, Double> value) {
            List<Wrk.Result> rounds = byName.get(name);
            if (rounds == null) {
                throw new IllegalArgumentException(name + " was not measured");
            }
            return rounds.stream().map(value).toList();
        }
    }
}
