package se.tjanstenav.routes.command;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.tjanstenav.connectors.ConnectorsProperties;
import se.tjanstenav.connectors.conformance.Conformance;
import se.tjanstenav.connectors.conformance.ConformanceSettings;
import se.tjanstenav.connectors.conformance.JsonReport;
import se.tjanstenav.connectors.conformance.Report;
import se.tjanstenav.connectors.conformance.TextReport;

/** Examines an agency's endpoint by its descriptor; {@code docs/conformance.md} tells how to use it. */
@Command(
        name = ConformanceCommand.NAME,
        sortOptions = false,
        description =
                "Examines your own endpoint with your descriptor, as the hub would read it, and reports what holds.",
        footer = {
            "",
            "Exit code 0: all hold. 1: something fails. 2: wrong usage, or the descriptor has faults.",
            "It only reads. Read docs/conformance.md for what each line means."
        })
final class ConformanceCommand implements Callable<Integer> {

    static final String NAME = "conformance";

    private static final Duration BREAKER_OPEN_FOR = Duration.ofSeconds(30);

    private final boolean terminal;
    private final Clock clock;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "DESCRIPTOR", description = "Your connector's YAML file; its samples lie beside it.")
    private @Nullable Path descriptor;

    @Option(
            names = "--secrets",
            paramLabel = "DIR",
            description = "Directory with one file per secret (default: ./data/secrets).")
    private Path secrets = Path.of("data", "secrets");

    @Option(
            names = "--connect-to",
            paramLabel = "HOST=ADDRESS:PORT",
            description = "Connect there instead; the request and the certificate check keep the host. Repeatable.")
    private Map<String, String> connectTo = new LinkedHashMap<>();

    @Option(
            names = "--trust",
            paramLabel = "PEM",
            description = "File with certificate authorities to trust besides those of Java.")
    private @Nullable Path trust;

    @Option(
            names = "--allow-network",
            paramLabel = "CIDR",
            description = "Network that may be reached although it is private, such as 10.0.0.0/8. Repeatable.")
    private List<String> allowedNetworks = new ArrayList<>();

    @Option(
            names = "--plain-http",
            paramLabel = "HOST[:PORT]",
            description = "Host that may be asked by plain HTTP, as the hub's operator would allow it. Repeatable.")
    private List<String> plainHttpHosts = new ArrayList<>();

    @Option(
            names = "--records",
            paramLabel = "N",
            description = "How many records of each feed to read at most, 1–10000 (default: 200).")
    private int records = 200;

    @Option(names = "--json", description = "Report as JSON.")
    private boolean json;

    @Option(names = "--help", usageHelp = true, description = "Show this and end.")
    private boolean help;

    /**
     * Makes the command.
     *
     * @param terminal whether people look on: outcomes are coloured, and progress is told
     */
    ConformanceCommand(boolean terminal, Clock clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Path file = Objects.requireNonNull(descriptor);
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException("There is no file %s to read; name your descriptor".formatted(file));
        }
        ConformanceSettings settings = new ConformanceSettings(
                file,
                secrets,
                new ConnectorsProperties.Egress(connectTo, allowedNetworks, plainHttpHosts, trust, BREAKER_OPEN_FOR),
                records,
                clock);
        Consumer<String> progress = terminal ? told -> err.println(told + " …") : told -> {};
        Report report = new Conformance(settings, progress).examine();
        out.print(json ? JsonReport.write(report) + "\n" : TextReport.write(report, terminal));
        out.flush();
        return switch (report.result()) {
            case HOLDS -> 0;
            case FAILS -> 1;
            case INVALID_DESCRIPTOR -> Commands.USAGE;
        };
    }
}
