package se.tjanstenav.mocks;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Builds an agency's server from its description. */
final class StubFactory {

    private final StubKeys keys;
    private final Duration tokenLife;
    private final Clock clock;

    StubFactory(StubKeys keys, Duration tokenLife, Clock clock) {
        this.keys = keys;
        this.tokenLife = tokenLife;
        this.clock = clock;
    }

    RunningAgency make(Agency agency, @Nullable Path external, int port) {
        AgencyFiles files = new AgencyFiles(agency, external);
        Gate gate = new Gate();
        Stub stub = agency.soap() == null ? rest(agency, files, gate) : soap(agency, files, gate);
        return new RunningAgency(agency, files, gate, stub, port);
    }

    private Stub rest(Agency agency, AgencyFiles files, Gate gate) {
        Agency.OAuth2 oauth2 = agency.oauth2();
        ClientCredentials credentials = oauth2 == null
                ? null
                : new ClientCredentials(oauth2.clientId(), keys.secret(oauth2.secret()), tokenLife, clock);
        return new RestStub(agency, files, gate, credentials, keys.serverKeyStoreFile(agency.host()), keys.password());
    }

    private Stub soap(Agency agency, AgencyFiles files, Gate gate) {
        String certificate = agency.clientCertificate();
        if (certificate != null) {
            keys.makeClientCertificate(certificate);
        }
        SoapStub.Tls tls = new SoapStub.Tls(
                keys.serverKeyStore(agency.host()), keys.password(), certificate == null ? null : keys.trustStore());
        Agency.UsernameToken token = agency.usernameToken();
        String password = token == null ? null : keys.secret(token.secret());
        return new SoapStub(agency, Objects.requireNonNull(agency.soap()), files, gate, tls, password);
    }
}
