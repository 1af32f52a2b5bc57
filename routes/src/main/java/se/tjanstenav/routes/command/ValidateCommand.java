package se.tjanstenav.routes.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import se.tjanstenav.connectors.CheckedDescriptor;
import se.tjanstenav.connectors.ConnectorsConfiguration;
import se.tjanstenav.connectors.ConnectorsProperties;
import se.tjanstenav.connectors.trial.DryRunText;
import se.tjanstenav.connectors.trial.JsonReport;
import se.tjanstenav.connectors.trial.Validation;

/** Lists every fault of a descriptor; {@code docs/dry-run.md} tells how to use it. */
@Command(
        name = ValidateCommand.NAME,
        sortOptions = false,
        description = "Lists every fault of your descriptor, and asks nobody.",
        footer = {"", "Exit code 0: no fault. 2: wrong usage, or the descriptor has faults."})
final class ValidateCommand implements Callable<Integer> {

    static final String NAME = "validate";

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private DescriptorOptions options = new DescriptorOptions();

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        ConnectorsProperties.Egress egress =
                new ConnectorsProperties.Egress(Map.of(), List.of(), options.plainHttpHosts(), null, Duration.ZERO);
        CheckedDescriptor checked = CheckedDescriptor.ofFile(
                options.descriptor(), ConnectorsConfiguration.policy(egress), options.secrets());
        Validation validation = Validation.of(checked);
        out.print(
                options.json()
                        ? JsonReport.write(validation) + "\n"
                        : DryRunText.write(validation, options.descriptor().toString()));
        out.flush();
        return validation.valid() ? 0 : Commands.USAGE;
    }
}
