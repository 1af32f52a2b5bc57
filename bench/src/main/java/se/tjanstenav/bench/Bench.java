package se.tjanstenav.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures one figure, several, or all of them; docs/benchmarks.md tells what they mean. */
@Command(
        name = "bench/run",
        mixinStandardHelpOptions = true,
        description =
                "Measures the built hub. Figures: reads, harvest, loops, growth, search, faults, abuse, replicas, or all.")
final class Bench implements Callable<Integer> {

    @Parameters(arity = "1..*", description = "which figures")
    private List<String> names = List.of();

    @Option(names = "--quick", description = "small and short: to see that it works, not to quote from")
    private boolean quick;

    @Option(names = "--services", description = "how many services, where a figure does not say otherwise")
    private int services;

    @Option(names = "--rounds", description = "how often the contestants take turns, where a figure has rounds")
    private int rounds;

    @Option(names = "--keep", description = "where harvested catalogues are kept, and taken from the next time")
    private @Nullable Path kept;

    @Option(
            names = "--results",
            description = "where the JSON is written (${DEFAULT-VALUE})",
            defaultValue = "bench/results")
    private Path results = Path.of("bench", "results");

    public static void main(String[] args) {
        System.exit(new CommandLine(new Bench()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createTempDirectory("bench");
        try {
            boolean all = names.equals(List.of("all"));
            Extent extent = new Extent(quick, all, services, rounds);
            TestBed bed = new TestBed(folder, kept == null ? folder : Files.createDirectories(kept), extent.options());
            List<Report> reports = new ArrayList<>();
            for (String name : all ? Measurement.names() : names) {
                Instant started = Instant.now();
                Path own = Files.createDirectories(folder.resolve(name));
                System.err.println(name);
                Report report = Measurement.named(name).run(own, extent, bed);
                report.write(results);
                reports.add(report);
                FileSystemUtils.deleteRecursively(own);
                System.err.printf(
                        "  %s took %d s%n",
                        name, Duration.between(started, Instant.now()).toSeconds());
            }
            reports.forEach(report -> report.print(System.out));
            return 0;
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }
}
