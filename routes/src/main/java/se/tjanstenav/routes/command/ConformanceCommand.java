package se.tjanstenav.routes.command;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import se.tjanstenav.connectors.conformance.Conformance;
import se.tjanstenav.connectors.conformance.ConformanceSettings;
import se.tjanstenav.connectors.conformance.Report;
import se.tjanstenav.connectors.conformance.TextReport;
import se.tjanstenav.connectors.trial.JsonReport;

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

    private final boolean terminal;
    private final Clock clock;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private DescriptorOptions options = new DescriptorOptions();

    @Mixin
    private EgressOptions egress = new EgressOptions();

    @Option(
            names = "--records",
            paramLabel = "N",
            description = "How many records of each feed to read at most, 1–10000 (default: 200).")
    private int records = 200;

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
        ConformanceSettings settings = new ConformanceSettings(
                options.descriptor(), options.secretsDirectory(), egress.egress(options), records, clock);
        Consumer<String> progress = terminal ? told -> err.println(told + " …") : told -> {};
        Report report = new Conformance(settings, progress).examine();
        out.print(options.json() ? JsonReport.write(report) + "\n" : TextReport.write(report, terminal));
        out.flush();
        return switch (report.result()) {
            case HOLDS -> 0;
            case FAILS -> 1;
            case INVALID_DESCRIPTOR -> Commands.USAGE;
        };
    }
}
