package se.tjanstenav.routes.command;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import se.tjanstenav.connectors.trial.Words;

/** The commands of the built jar. An exit code of 2 means wrong usage, one of 3 a failure of the command itself. */
public final class Commands {

    static final int USAGE = 2;
    private static final int FAILURE = 3;
    private static final Set<String> NAMES =
            Set.of(ConformanceCommand.NAME, ValidateCommand.NAME, DryRunCommand.NAME, OperatorKeyCommand.NAME);

    private Commands() {}

    /** Whether the arguments name a command; otherwise they are the hub's. */
    public static boolean named(String... args) {
        return args.length > 0 && NAMES.contains(args[0]);
    }

    /** Runs the command that the first argument names, and gives the exit code. */
    public static int run(String... args) {
        // What a command has to say stands in its report; a logging system that never gets past this step is silent.
        LoggingSystem.get(Commands.class.getClassLoader()).beforeInitialize();
        boolean terminal = Ansi.AUTO.enabled();
        Charset charset = charset(System.console());
        PrintWriter out = writer(FileDescriptor.out, charset);
        PrintWriter err = writer(FileDescriptor.err, charset);
        return run(out, err, terminal, args);
    }

    private static PrintWriter writer(FileDescriptor to, Charset charset) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(to), charset), true);
    }

    static int run(PrintWriter out, PrintWriter err, boolean terminal, String... args) {
        CommandLine line = new CommandLine(new Root())
                .addSubcommand(new ConformanceCommand(terminal, Clock.systemUTC()))
                .addSubcommand(new ValidateCommand())
                .addSubcommand(new DryRunCommand(terminal, Clock.systemUTC()))
                .addSubcommand(new OperatorKeyCommand())
                .setOut(out)
                .setErr(err)
                .setColorScheme(CommandLine.Help.defaultColorScheme(terminal ? Ansi.ON : Ansi.OFF));
        line.setExecutionExceptionHandler((thrown, failed, parsed) -> {
            if (thrown instanceof IllegalArgumentException || thrown instanceof IllegalStateException) {
                err.println(Words.atTheTerminal(String.valueOf(thrown.getMessage())));
                return USAGE;
            }
            thrown.printStackTrace(err);
            return FAILURE;
        });
        return line.execute(args);
    }

    /** A terminal's own charset; a pipe and a terminal that claims to know no more than ASCII get UTF-8. */
    private static Charset charset(@Nullable Console console) {
        Charset charset = console == null ? StandardCharsets.UTF_8 : console.charset();
        return charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : charset;
    }

    /** Only holds the commands together. */
    @CommandLine.Command(name = "java -jar tjanstenav.jar")
    static final class Root {}
}
