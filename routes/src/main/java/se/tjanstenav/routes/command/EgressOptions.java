package se.tjanstenav.routes.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import se.tjanstenav.connectors.ConnectorsProperties;

/** What a command takes that asks an endpoint, as an operator would allow it to a hub. */
final class EgressOptions {

    private static final Duration BREAKER_OPEN_FOR = Duration.ofSeconds(30);

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

    ConnectorsProperties.Egress egress(DescriptorOptions descriptor) {
        return new ConnectorsProperties.Egress(
                connectTo, allowedNetworks, descriptor.plainHttpHosts(), trust, BREAKER_OPEN_FOR);
    }
}
