package se.tjanstenav.connectors.tck;

import jakarta.xml.ws.Provider;
import jakarta.xml.ws.Service;
import jakarta.xml.ws.ServiceMode;
import jakarta.xml.ws.WebServiceProvider;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.xml.namespace.QName;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import org.apache.cxf.Bus;
import org.apache.cxf.bus.extension.ExtensionManagerBus;
import org.apache.cxf.jaxws.EndpointImpl;
import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.apache.cxf.ws.security.SecurityConstants;
import org.apache.cxf.ws.security.wss4j.DefaultCryptoCoverageChecker;
import org.apache.cxf.ws.security.wss4j.WSS4JInInterceptor;
import org.apache.cxf.ws.security.wss4j.WSS4JOutInterceptor;
import org.apache.wss4j.common.ConfigurationConstants;
import org.apache.wss4j.common.WSS4JConstants;
import org.apache.wss4j.common.cache.MemoryReplayCache;
import org.apache.wss4j.common.crypto.Merlin;
import org.apache.wss4j.common.ext.WSPasswordCallback;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;

/** A SOAP endpoint of CXF that lets in only what carries the WS-Security it demands. To be closed. */
final class VerifyingAgency implements AutoCloseable {

    static final String PASSWORD = "s3cret-password";

    private final Server server = new Server();
    private final ServerConnector connector;
    private final Bus bus = new ExtensionManagerBus();
    private final Answers answers = new Answers();

    /**
     * Starts an endpoint.
     *
     * @param actions what WSS4J demands, such as {@code Timestamp Signature}
     * @param trusted whose signatures, or whose issuer's, are good
     */
    VerifyingAgency(TestCertificate certificate, String binding, String actions, @Nullable X509Certificate trusted) {
        SslContextFactory.Server ssl = new SslContextFactory.Server();
        ssl.setKeyStorePath(certificate.keyStore().toString());
        ssl.setKeyStorePassword(TestCertificate.PASSWORD);
        connector = new ServerConnector(server, ssl);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        CXFNonSpringServlet servlet = new CXFNonSpringServlet();
        servlet.setBus(bus);
        ServletContextHandler context = new ServletContextHandler();
        context.addServlet(new ServletHolder(servlet), "/*");
        server.setHandler(context);
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("Jetty does not start", e);
        }
        EndpointImpl endpoint = new EndpointImpl(bus, answers, binding);
        endpoint.setServiceName(new QName("urn:agency", "Agency"));
        endpoint.setProperties(quiet());
        endpoint.setInInterceptors(List.of(new WSS4JInInterceptor(demands(actions, trusted)), coverage(actions)));
        // An answer with a header that must be understood, as agencies that secure requests tend to give.
        endpoint.setOutInterceptors(List.of(
                new WSS4JOutInterceptor(Map.of(ConfigurationConstants.ACTION, ConfigurationConstants.TIMESTAMP))));
        endpoint.publish("/ws");
    }

    private static Map<String, Object> quiet() {
        Map<String, Object> properties = new HashMap<>();
        properties.put(FaultListener.class.getName(), (FaultListener) (exception, description, message) -> false);
        properties.put(SecurityConstants.NONCE_CACHE_INSTANCE, new MemoryReplayCache());
        properties.put(SecurityConstants.TIMESTAMP_CACHE_INSTANCE, new MemoryReplayCache());
        return properties;
    }

    private static Map<String, Object> demands(String actions, @Nullable X509Certificate trusted) {
        Map<String, Object> demands = new HashMap<>();
        demands.put(ConfigurationConstants.ACTION, actions);
        demands.put(ConfigurationConstants.PASSWORD_TYPE, WSS4JConstants.PW_DIGEST);
        demands.put(ConfigurationConstants.PW_CALLBACK_REF, (CallbackHandler) callbacks -> {
            for (Callback callback : callbacks) {
                if (callback instanceof WSPasswordCallback asked) {
                    asked.setPassword(PASSWORD);
                }
            }
        });
        if (trusted != null) {
            Merlin crypto = new Merlin();
            crypto.setTrustStore(trust(trusted));
            demands.put(ConfigurationConstants.SIG_VER_PROP_REF_ID, "trust");
            demands.put("trust", crypto);
        }
        return demands;
    }

    private static KeyStore trust(X509Certificate certificate) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry("trusted", certificate);
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("No trust store", e);
        }
    }

    private static DefaultCryptoCoverageChecker coverage(String actions) {
        boolean signed = actions.contains(ConfigurationConstants.SIGNATURE);
        DefaultCryptoCoverageChecker checker = new DefaultCryptoCoverageChecker();
        checker.setSignBody(signed);
        checker.setSignTimestamp(signed);
        checker.setSignAddressingHeaders(false);
        checker.setSignUsernameToken(false);
        checker.setEncryptUsernameToken(false);
        return checker;
    }

    InetSocketAddress address() {
        return new InetSocketAddress("127.0.0.1", connector.getLocalPort());
    }

    /** How many requests were let in. */
    int letIn() {
        return answers.asked.size();
    }

    @Override
    public void close() {
        LifeCycle.stop(server);
        bus.shutdown(true);
    }

    /** Answers every request with one record. */
    @WebServiceProvider
    @ServiceMode(Service.Mode.PAYLOAD)
    static final class Answers implements Provider<Source> {

        private final List<Source> asked = new CopyOnWriteArrayList<>();

        @Override
        public Source invoke(Source request) {
            asked.add(request);
            return new StreamSource(new StringReader("<answer xmlns='urn:agency'><item id='a'/></answer>"));
        }
    }
}
