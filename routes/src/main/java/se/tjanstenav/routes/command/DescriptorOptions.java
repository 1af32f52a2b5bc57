package se.tjanstenav.routes.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.tjanstenav.connectors.secret.DirectorySecrets;
import se.tjanstenav.connectors.secret.Secrets;

/** What every command takes that is about a descriptor. */
final class DescriptorOptions {

    @Parameters(paramLabel = "DESCRIPTOR", description = "Your connector's YAML file; its samples lie beside it.")
    private @Nullable Path descriptor;

    @Option(
            names = "--secrets",
            paramLabel = "DIR",
            description = "Directory with one file per secret (default: ./data/secrets).")
    private Path secrets = Path.of("data", "secrets");

    @Option(
            names = "--plain-http",
            paramLabel = "HOST[:PORT]",
            description = "Host that may be asked by plain HTTP, as the hub's operator would allow it. Repeatable.")
    private List<String> plainHttpHosts = new ArrayList<>();

    @Option(names = "--json", description = "Report as JSON.")
    private boolean json;

    @Option(names = "--help", usageHelp = true, description = "Show this and end.")
    private boolean help;

    /** The file, which can be read. */
    Path descriptor() {
        Path file = Objects.requireNonNull(descriptor);
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException("There is no file %s to read; name your descriptor".formatted(file));
        }
        return file;
    }

    Path secretsDirectory() {
        return secrets;
    }

    Secrets secrets() {
        return new DirectorySecrets(secrets);
    }

    List<String> plainHttpHosts() {
        return plainHttpHosts;
    }

    boolean json() {
        return json;
    }
}
