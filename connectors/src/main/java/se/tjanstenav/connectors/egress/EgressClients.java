package se.tjanstenav.connectors.egress;

import io.micrometer.observation.ObservationRegistry;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.ssl.TLS;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import se.tjanstenav.connectors.descriptor.Descriptor;
import se.tjanstenav.connectors.descriptor.Limits;
import se.tjanstenav.connectors.fault.FaultCode;
import se.tjanstenav.connectors.fault.SourceException;
import se.tjanstenav.connectors.secret.Secrets;

/** Builds the egress client of a connector from its descriptor and the operator's policy. */
public final class EgressClients {

    private static final int MAX_HEADER_LINE = 16 * 1024;
    private static final int MAX_HEADERS = 200;

    private final EgressPolicy policy;
    private final AnswerListener listener;
    private final ObservationRegistry observations;

    /**
     * @param listener is told of every answer
     * @param observations what measures requests, and lets an agency know of which trace each is a part
     */
    public EgressClients(EgressPolicy policy, AnswerListener listener, ObservationRegistry observations) {
        this.policy = policy;
        this.listener = listener;
        this.observations = observations;
    }

    /**
     * Builds a client, reading the secrets of its TLS configuration.
     *
     * @throws SourceException if a certificate or key cannot be used
     */
    public EgressClient create(Descriptor.Spec spec, Secrets secrets) {
        Limits limits = spec.limits();
        RequestConfig requests = RequestConfig.custom()
                .setResponseTimeout(Timeout.of(limits.response()))
                .setConnectionRequestTimeout(Timeout.of(limits.response()))
                .setRedirectsEnabled(false)
                .setAuthenticationEnabled(false)
                .setContentCompressionEnabled(false)
                .build();
        return new EgressClient(
                spec.egress(),
                policy::allowsPlainHttp,
                limits,
                HttpClients.custom()
                        .setConnectionManager(connections(limits, context(spec.tls(), secrets)))
                        .setDefaultRequestConfig(requests)
                        .disableRedirectHandling()
                        .disableAutomaticRetries()
                        .disableCookieManagement()
                        .disableAuthCaching()
                        .disableContentCompression()
                        .disableDefaultUserAgent()
                        .build(),
                listener,
                observations);
    }

    private PoolingHttpClientConnectionManager connections(Limits limits, SSLContext context) {
        return new DirectConnections()
                .setDnsResolver(policy.resolver())
                .setTlsSocketStrategy(new DefaultClientTlsStrategy(context, HostnameVerificationPolicy.BOTH, null))
                .setDefaultTlsConfig(TlsConfig.custom()
                        .setSupportedProtocols(TLS.V_1_2, TLS.V_1_3)
                        .setHandshakeTimeout(Timeout.of(limits.connect()))
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(limits.connect()))
                        .setSocketTimeout(Timeout.of(limits.response()))
                        .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                        .setTimeToLive(TimeValue.ofMinutes(5))
                        .build())
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxLineLength(MAX_HEADER_LINE)
                                .setMaxHeaderCount(MAX_HEADERS)
                                .build())
                        .build())
                .setMaxConnTotal(8)
                .setMaxConnPerRoute(8)
                .build();
    }

    private SSLContext context(Descriptor.Tls tls, Secrets secrets) {
        try {
            return new TlsContexts(secrets, policy.extraTrust()).context(tls);
        } catch (GeneralSecurityException | java.io.IOException | RuntimeException e) {
            throw SourceException.in(e)
                    .orElseGet(() ->
                            SourceException.of(FaultCode.TLS, "The connector's certificate or key cannot be used", e));
        }
    }
}
