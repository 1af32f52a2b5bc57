package se.tjanstenav.bench;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** What the inner loops of a harvest take for each record, measured by JMH, beside parsing alone. */
final class Loops implements Measurement {

    private static final int WARM_UPS = 5;

    @Override
    public Report run(Path folder, Extent extent, TestBed bed) throws Exception {
        Report report = new Report("loops", Machine.conditions());
        report.condition("records", RecordLoops.RECORDS + " in a page");
        TimeValue each = TimeValue.seconds(extent.load().toSeconds());
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(RecordLoops.class.getName())
                        .forks(1)
                        .warmupIterations(extent.quick() ? 1 : WARM_UPS)
                        .warmupTime(each)
                        .measurementIterations(extent.rounds())
                        .measurementTime(each)
                        .output(folder.resolve("jmh.log").toString())
                        .build())
                .run();
        Map<String, List<Double>> micros = new TreeMap<>();
        for (RunResult result : results) {
            micros.put(result.getPrimaryResult().getLabel(), micros(result));
            report.condition("JDK", result.getParams().getJdkVersion());
        }
        List<Double> parsed = micros.getOrDefault("parsed", List.of());
        micros.forEach((name, took) -> {
            if (!name.equals("parsed")) {
                report.add(new Figure("a record " + name + ", beside parsed", "µs", took, parsed, null));
            }
        });
        return report;
    }

    private static List<Double> micros(RunResult result) {
        return result.getAggregatedResult().getIterationResults().stream()
                .map(IterationResult::getPrimaryResult)
                .map(iteration -> iteration.getScore() / 1000)
                .toList();
    }
}
