package se.tjanstenav.routes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.connectors.access.AccessKeys;
import se.tjanstenav.connectors.access.KeyGrant;
import se.tjanstenav.connectors.access.Role;
import se.tjanstenav.mocks.StubAgencies;

/** A hub in this process, harvesting stub agencies over real HTTPS into a folder of its own. */
public final class HubUnderTest implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final @Nullable StubAgencies stubs;

    private HubUnderTest(ConfigurableApplicationContext context, @Nullable StubAgencies stubs) {
        this.context = context;
        this.stubs = stubs;
    }

    /**
     * @param initializer changes the application before it starts
     * @param more further arguments, which win over the usual ones
     */
    static HubUnderTest start(
            StubAgencies stubs,
            Path folder,
            ApplicationContextInitializer<ConfigurableApplicationContext> initializer,
            String... more)
            throws IOException {
        List<String> arguments = new ArrayList<>(HubSettings.forStubs(stubs, folder));
        arguments.add("--server.port=0");
        arguments.add("--tjanstenav.api.rate-limit.enabled=false");
        arguments.add("--db-scheduler.polling-interval=200ms");
        arguments.add("--tjanstenav.harvest.retry-after=1s");
        arguments.add("--tjanstenav.harvest.retry-at-most=2s");
        arguments.add("--tjanstenav.connectors.egress.breaker-open-for=1s");
        arguments.addAll(List.of(more));
        ConfigurableApplicationContext context = new SpringApplicationBuilder(TjanstenavApplication.class)
                .initializers(initializer)
                .run(arguments.toArray(String[]::new));
        return new HubUnderTest(context, stubs);
    }

    /**
     * A hub that knows no agency yet, which is up within seconds.
     *
     * @param more further arguments, which win over the usual ones
     */
    public static HubUnderTest alone(Path folder, String... more) {
        List<String> arguments = new ArrayList<>();
        arguments.add("--server.port=0");
        arguments.add("--tjanstenav.api.rate-limit.enabled=false");
        arguments.add("--db-scheduler.polling-interval=200ms");
        arguments.add("--tjanstenav.access.first-key=false");
        arguments.add("--tjanstenav.connectors.descriptors=file:" + folder.resolve("connectors") + "/*.yaml");
        arguments.add("--tjanstenav.connectors.secrets=" + folder.resolve("secrets"));
        arguments.add("--tjanstenav.catalog.jdbc-url=jdbc:sqlite:" + folder.resolve("tjanstenav.db"));
        arguments.add("--tjanstenav.catalog.index-directory=" + folder.resolve("index"));
        Stream.of(more).forEach(argument -> {
            String name = argument.substring(0, argument.indexOf('=') + 1);
            arguments.removeIf(usual -> usual.startsWith(name));
            arguments.add(argument);
        });
        return new HubUnderTest(
                new SpringApplicationBuilder(TjanstenavApplication.class).run(arguments.toArray(String[]::new)), null);
    }

    public static HubUnderTest start(StubAgencies stubs, Path folder, String... more) throws IOException {
        return start(stubs, folder, context -> {}, more);
    }

    public HubClient client() {
        WebServer server = ((WebServerApplicationContext) context).getWebServer();
        return new HubClient(Objects.requireNonNull(server).getPort());
    }

    /** Asks with a new key of an operator. */
    public HubClient operator() {
        return withKeyFor(new KeyGrant("Operator of a test", Role.OPERATOR, null, null));
    }

    /** Asks with a new key of the agency, which need not be known. */
    public HubClient agency(String id) {
        return withKeyFor(new KeyGrant("Test of " + id, Role.AGENCY, new AgencyId(id), null));
    }

    private HubClient withKeyFor(KeyGrant grant) {
        String key = bean(AccessKeys.class).create(grant, "test").text();
        return client().with("Authorization", "Bearer " + key);
    }

    public StubAgencies stubs() {
        return Objects.requireNonNull(stubs, "This hub has no stub agencies");
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
