package se.tjanstenav.routes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import se.tjanstenav.mocks.StubAgencies;

/** A hub in this process, harvesting stub agencies over real HTTPS into a folder of its own. */
public final class HubUnderTest implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final StubAgencies stubs;

    private HubUnderTest(ConfigurableApplicationContext context, StubAgencies stubs) {
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

    static HubUnderTest start(StubAgencies stubs, Path folder, String... more) throws IOException {
        return start(stubs, folder, context -> {}, more);
    }

    public HubClient client() {
        WebServer server = ((WebServerApplicationContext) context).getWebServer();
        return new HubClient(Objects.requireNonNull(server).getPort());
    }

    public StubAgencies stubs() {
        return stubs;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
