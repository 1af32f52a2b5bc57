package se.tjanstenav.routes;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.FileSystemUtils;
import se.tjanstenav.mocks.StubAgencies;
import tools.jackson.databind.JsonNode;

/**
 * Hands tests that only read a hub which has harvested every stub agency and is at rest since; it is started once for
 * all of them.
 */
public final class FederatedHub implements ParameterResolver {

    /** Finland's national catalogue, where the machine has the file. */
    public static final Path NATIONAL_CATALOGUE = Path.of("../../shared/data/ptv/gd.json");

    private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(FederatedHub.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == HubUnderTest.class || type == HubClient.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Started started = Objects.requireNonNull(
                context.getRoot().getStore(OURS).computeIfAbsent("hub", key -> new Started(), Started.class));
        HubUnderTest hub = started.hub();
        return parameter.getParameter().getType() == HubClient.class ? hub.client() : hub;
    }

    private static final class Started implements AutoCloseable {

        private @Nullable Path folder;
        private @Nullable StubAgencies stubs;
        private @Nullable HubUnderTest hub;
        private @Nullable Throwable failure;

        /** A failure is kept and told to every test, rather than met again by each. */
        Started() {
            try {
                folder = Files.createTempDirectory("federated-hub");
                stubs = StubAgencies.builder()
                        .nationalCatalogue(NATIONAL_CATALOGUE)
                        .start();
                hub = HubUnderTest.start(stubs, folder, new CountedWork());
                HubClient client = hub.client();
                await().atMost(240, SECONDS).until(() -> everyFeedIsHarvested(client));
                comeToRest(hub.bean(Scheduler.class));
            } catch (IOException | RuntimeException | Error e) {
                failure = e;
            }
        }

        HubUnderTest hub() {
            if (failure != null || hub == null) {
                throw new IllegalStateException("The federated hub did not start", failure);
            }
            return hub;
        }

        /** A feed tells that it is harvested before caches and index have heard of it; its task ends after that. */
        private static void comeToRest(Scheduler scheduler) {
            scheduler.pause();
            await().atMost(30, SECONDS)
                    .until(() -> scheduler.getCurrentlyExecuting().isEmpty());
        }

        private static boolean everyFeedIsHarvested(HubClient client) {
            JsonNode sources = client.json("/catalog/v1/sources").path("sources");
            return !sources.isEmpty()
                    && sources.valueStream()
                            .filter(source -> !source.path("live").asBoolean())
                            .allMatch(source -> source.path("status").asString().equals("fromSource"));
        }

        @Override
        public void close() throws IOException {
            if (hub != null) {
                hub.close();
            }
            if (stubs != null) {
                stubs.close();
            }
            FileSystemUtils.deleteRecursively(folder);
        }
    }
}
