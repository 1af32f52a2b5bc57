package se.tjanstenav.routes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import se.tjanstenav.mocks.StubAgencies;

/** The arguments that make a hub harvest stub agencies instead of real ones, as the real host names with real TLS. */
final class HubSettings {

    private static final String AGENCIES = "classpath:/se/tjanstenav/connectors/agencies/";

    private HubSettings() {}

    /**
     * @param folder where the catalogue, the secrets and further descriptors of this hub lie
     */
    static List<String> forStubs(StubAgencies stubs, Path folder) throws IOException {
        Path secrets = Files.createDirectories(folder.resolve("secrets"));
        stubs.writeTo(secrets);

        List<String> arguments = new ArrayList<>();
        arguments.add("--tjanstenav.connectors.descriptors=" + descriptors(stubs, folder));
        arguments.add("--tjanstenav.connectors.secrets=" + secrets);
        arguments.add("--tjanstenav.connectors.egress.trust=" + secrets.resolve("ca.pem"));
        arguments.add("--tjanstenav.connectors.egress.allowed-networks=127.0.0.0/8");
        stubs.addresses()
                .forEach((host, address) -> arguments.add("--tjanstenav.connectors.egress.connect-to[%s]=127.0.0.1:%d"
                        .formatted(host, address.getPort())));
        arguments.add("--tjanstenav.catalog.jdbc-url=jdbc:sqlite:" + folder.resolve("tjanstenav.db"));
        arguments.add("--tjanstenav.catalog.index-directory=" + folder.resolve("index"));
        return arguments;
    }

    private static String descriptors(StubAgencies stubs, Path folder) {
        List<String> patterns = new ArrayList<>();
        stubs.agencies().forEach(agency -> patterns.add(AGENCIES + agency + "/connector.yaml"));
        patterns.add("file:" + folder.resolve("connectors") + "/*.yaml");
        return String.join(",", patterns);
    }
}
