package se.tjanstenav.mocks;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.cxf.interceptor.Interceptor;
import org.apache.cxf.message.Message;
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
        ServedData served = new ServedData(files, gate);
        Stub stub =
                agency.soap() == null ? rest(agency, files, served, gate) : soap(agency, agency.soap(), served, gate);
        return new RunningAgency(agency, files, gate, stub, port);
    }

    private Stub rest(Agency agency, AgencyFiles files, ServedData served, Gate gate) {
        return new RestStub(
                agency,
                files.folder(),
                keys,
                new RestGuard(gate, admissions(agency)),
                new FeedAnswers(served, clock),
                new QueueAnswers(served, clock),
                new RestFaults(new Spoiling(gate, agency.oauth2() != null)));
    }

    private List<Admission> admissions(Agency agency) {
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

    private Stub soap(Agency agency, Agency.Soap contract, ServedData served, Gate gate) {
        String certificate = agency.clientCertificate();
        if (certificate != null) {
            keys.makeClientCertificate(certificate);
        }
        SoapStub.Tls tls = new SoapStub.Tls(
                kind -> keys.serverKeyStore(agency.host(), kind),
                keys.password(),
                certificate == null ? null : keys.trustStore());
        return new SoapStub(agency, contract, new SoapCatalogue(contract, served), gate, tls, security(agency));
    }

    private List<Interceptor<? extends Message>> security(Agency agency) {
        List<Interceptor<? extends Message>> checks = new ArrayList<>();
        Agency.UsernameToken token = agency.usernameToken();
        if (token != null) {
            checks.add(SoapSecurity.usernameToken(Map.of(token.user(), keys.secret(token.secret()))));
        }
        if (agency.signature() != null) {
            keys.makeSigningCertificate(agency.signature());
            checks.addAll(SoapSecurity.signature(keys.trustStore()));
        }
        return checks;
    }
}
