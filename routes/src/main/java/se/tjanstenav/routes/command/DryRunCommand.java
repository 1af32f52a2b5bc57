package se.tjanstenav.routes.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import se.tjanstenav.catalog.store.StoreConfiguration;
import se.tjanstenav.connectors.CheckedDescriptor;
import se.tjanstenav.connectors.ConnectorsConfiguration;
import se.tjanstenav.connectors.egress.EgressPolicy;
import se.tjanstenav.connectors.secret.Secrets;
import se.tjanstenav.connectors.trial.DryRun;
import se.tjanstenav.connectors.trial.DryRunReport;
import se.tjanstenav.connectors.trial.DryRunSettings;
import se.tjanstenav.connectors.trial.DryRunText;
import se.tjanstenav.connectors.trial.JsonReport;

/** Validates a descriptor and tries it; {@code docs/dry-run.md} tells how to use it. */
@Command(
        name = DryRunCommand.NAME,
        sortOptions = false,
        description = {
            "Lists every fault of your descriptor; if there is none, reads the first records of each feed",
            "and shows what a hub would make of them. It only reads."
        },
        footer = {
            "",
            "Exit code 0: all could be used. 1: a feed failed, or records cannot be used.",
            "2: wrong usage, or the descriptor has faults. Read docs/dry-run.md for what each line means."
        })
final class DryRunCommand implements Callable<Integer> {

    static final String NAME = "dry-run";

    private static final int MOST_SECONDS = 600;

    private final boolean terminal;
    private final Clock clock;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private DescriptorOptions options = new DescriptorOptions();

    @Mixin
    private EgressOptions egress = new EgressOptions();

    @Option(names = "--feed", paramLabel = "NAME", description = "The one feed to try (default: all).")
    private @Nullable String feed;

    @Option(
            names = "--records",
            paramLabel = "N",
            description = "How many records of each feed to try at most, 1–100 (default: 5).")
    private int records = DryRunSettings.RECORDS;

    @Option(names = "--seconds", paramLabel = "N", description = "How long the whole may take, 1–600 (default: 60).")
    private int seconds = 60;

    /**
     * Makes the command.
     *
     * @param terminal whether people look on, and verdicts are coloured
     */
    DryRunCommand(boolean terminal, Clock clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Path file = options.descriptor();
        if (seconds < 1 || seconds > MOST_SECONDS) {
            throw new IllegalArgumentException("--seconds is %d, but must be 1–%d".formatted(seconds, MOST_SECONDS));
        }
        DryRunSettings settings = new DryRunSettings(records, feed, Duration.ofSeconds(seconds));
        EgressPolicy policy = ConnectorsConfiguration.policy(egress.egress(options));
        Secrets secrets = options.secrets();
        CheckedDescriptor checked = CheckedDescriptor.ofFile(file, policy, secrets);
        DryRunReport report =
                new DryRun(policy, StoreConfiguration.nothingPublished(), clock).run(checked, secrets, settings);
        out.print(
                options.json() ? JsonReport.write(report) + "\n" : DryRunText.write(report, file.toString(), terminal));
        out.flush();
        return switch (report.result()) {
            case USABLE -> 0;
            case FAULTY -> 1;
            case INVALID_DESCRIPTOR -> Commands.USAGE;
        };
    }
}
