package se.tjanstenav.mocks.rest;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.Notifier;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.Extension;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.tjanstenav.mocks.agency.Agency;
import se.tjanstenav.mocks.agency.Gate;
import se.tjanstenav.mocks.agency.ServedData;
import se.tjanstenav.mocks.agency.Stub;
import se.tjanstenav.mocks.fault.Spoiling;
import se.tjanstenav.mocks.identity.ServerCertificate;
import se.tjanstenav.mocks.identity.StubKeys;

/** A REST agency: WireMock over HTTPS with the mappings of the agency's folder. */
public final class RestStub implements Stub {

    private static final Logger LOG = LoggerFactory.getLogger(RestStub.class);

    private final Agency agency;
    private final @Nullable Path folder;
    private final StubKeys keys;
    private final RestGuard guard;
    private final Extension[] answers;
    private final AskedMappings asked = new AskedMappings();
    private final List<String> unmatchedBefore = new ArrayList<>();
    private @Nullable WireMockServer server;

    /**
     * @param guard lets requests in
     * @param answers what answers them and then spoils the answers, in this order
     */
    private RestStub(Agency agency, @Nullable Path folder, StubKeys keys, RestGuard guard, Extension... answers) {
        this.agency = agency;
        this.folder = folder;
        this.keys = keys;
        this.guard = guard;
        this.answers = answers.clone();
    }

    /**
     * The agency with what it wants to see of a request: rate, key or token, in this order.
     *
     * @param folder where the mappings are, if not in the module
     * @param tokenLife how long an OAuth2 token is good for, where the agency issues any
     */
    public static RestStub of(
            Agency agency,
            @Nullable Path folder,
            ServedData served,
            Gate gate,
            StubKeys keys,
            Duration tokenLife,
            Clock clock) {
        return new RestStub(
                agency,
                folder,
                keys,
                new RestGuard(gate, admissions(agency, keys, tokenLife, clock)),
                new FeedAnswers(served, clock),
                new QueueAnswers(served, clock),
                new RestFaults(new Spoiling(gate, agency.oauth2() != null)));
    }

    private static List<Admission> admissions(Agency agency, StubKeys keys, Duration tokenLife, Clock clock) {
        List<Admission> conditions = new ArrayList<>();
        if (agency.rateLimit() != null) {
            conditions.add(new RateLimit(agency.rateLimit(), clock));
        }
        Agency.ApiKey apiKey = agency.apiKey();
        if (apiKey != null) {
            conditions.add(new ApiKey(apiKey.header(), keys.secret(apiKey.secret())));
        }
        Agency.OAuth2 oauth2 = agency.oauth2();
        if (oauth2 != null) {
            conditions.add(new BearerTokens(
                    oauth2.tokenPath(),
                    new ClientCredentials(oauth2.clientId(), keys.secret(oauth2.secret()), tokenLife, clock)));
        }
        return conditions;
    }

    @Override
    public int start(int port, ServerCertificate certificate) {
        Path keyStore = keys.serverKeyStoreFile(agency.host(), certificate);
        WireMockServer started = new WireMockServer(configuration(port, keyStore, keys.password()));
        started.start();
        asked.know(started.getStubMappings());
        server = started;
        return started.httpsPort();
    }

    @Override
    public void stop() {
        if (server != null) {
            unmatchedBefore.addAll(unmatched(server));
            server.stop();
            server = null;
        }
    }

    @Override
    public void expireTokens() {
        guard.expireTokens();
    }

    @Override
    public Set<String> dataFiles() {
        return asked.dataFiles();
    }

    @Override
    public List<String> unused() {
        return asked.unasked();
    }

    @Override
    public List<String> unmatched() {
        List<String> all = new ArrayList<>(unmatchedBefore);
        if (server != null) {
            all.addAll(unmatched(server));
        }
        return all;
    }

    private static List<String> unmatched(WireMockServer server) {
        return server.findAllUnmatchedRequests().stream()
                .map(request -> request.getMethod() + " " + request.getUrl())
                .toList();
    }

    private WireMockConfiguration configuration(int port, Path keyStore, String password) {
        WireMockConfiguration configuration = wireMockConfig()
                .bindAddress("127.0.0.1")
                .httpDisabled(true)
                .httpsPort(port)
                .http2TlsDisabled(true)
                .keystoreType("PKCS12")
                .keystorePath(keyStore.toString())
                .keystorePassword(password)
                .keyManagerPassword(password)
                .extensions(guard, asked)
                .extensions(answers)
                // The journal is only asked for paths; an answer may be larger than memory.
                .maxLoggedResponseSize(1024)
                .jettyStopTimeout(100L)
                .notifier(new Quiet());
        return folder == null
                ? configuration.usingFilesUnderClasspath("se/tjanstenav/mocks/" + agency.id())
                : configuration.usingFilesUnderDirectory(folder.toString());
    }

    private static final class Quiet implements Notifier {
        @Override
        public void info(String message) {
            LOG.trace(message);
        }

        @Override
        public void error(String message) {
            LOG.debug(message);
        }

        @Override
        public void error(String message, Throwable t) {
            LOG.debug(message, t);
        }
    }
}
