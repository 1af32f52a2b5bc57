package se.tjanstenav.mocks.soap;

import jakarta.servlet.DispatcherType;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.xml.namespace.QName;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.interceptor.Interceptor;
import org.apache.cxf.jaxws.EndpointImpl;
import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.message.Message;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.apache.cxf.ws.security.SecurityConstants;
import org.apache.wss4j.common.cache.MemoryReplayCache;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.mocks.agency.Agency;
import se.tjanstenav.mocks.agency.Gate;
import se.tjanstenav.mocks.agency.ServedData;
import se.tjanstenav.mocks.agency.Stub;
import se.tjanstenav.mocks.fault.Spoiling;
import se.tjanstenav.mocks.identity.ServerCertificate;
import se.tjanstenav.mocks.identity.StubKeys;

/** A SOAP agency: a CXF endpoint on Jetty with the agency's certificate, asking for the client's where the agency does. */
public final class SoapStub implements Stub {

    /** What a stub's TLS needs: its own key store and, where clients must show a certificate, whom to trust. */
    private record Tls(
            Function<ServerCertificate, KeyStore> keyStore,
            String password,
            @Nullable KeyStore clients) {
        @Override
        public String toString() {
            return "Tls[clients=" + (clients != null) + "]";
        }
    }

    private static final String SOAP_11 = "http://schemas.xmlsoap.org/wsdl/soap/http";
    private static final String SOAP_12 = "http://www.w3.org/2003/05/soap/bindings/HTTP/";

    private final Agency agency;
    private final Agency.Soap contract;
    private final SoapCatalogue catalogue;
    private final SoapFaults faults;
    private final Tls tls;
    private final List<Interceptor<? extends Message>> security;
    private @Nullable Server server;
    private @Nullable Bus bus;

    /**
     * @param security what checks a message before it is answered
     */
    private SoapStub(
            Agency agency,
            Agency.Soap contract,
            SoapCatalogue catalogue,
            Gate gate,
            Tls tls,
            List<Interceptor<? extends Message>> security) {
        this.agency = agency;
        this.contract = contract;
        this.catalogue = catalogue;
        this.faults = new SoapFaults(gate, new Spoiling(gate, false), agency.path());
        this.tls = tls;
        this.security = List.copyOf(security);
    }

    /** The agency of that contract. The certificates and passwords it wants to see are made here, for its clients to have. */
    public static SoapStub of(Agency agency, Agency.Soap contract, ServedData served, Gate gate, StubKeys keys) {
        String certificate = agency.clientCertificate();
        if (certificate != null) {
            keys.makeClientCertificate(certificate);
        }
        Tls tls = new Tls(
                kind -> keys.serverKeyStore(agency.host(), kind),
                keys.password(),
                certificate == null ? null : keys.trustStore());
        return new SoapStub(agency, contract, new SoapCatalogue(contract, served), gate, tls, security(agency, keys));
    }

    private static List<Interceptor<? extends Message>> security(Agency agency, StubKeys keys) {
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

    @Override
    public int start(int port, ServerCertificate certificate) {
        Server starting = new Server();
        ServerConnector connector = connector(starting, port, certificate);
        Bus newBus = newBus();
        starting.setHandler(context(newBus));
        try {
            starting.start();
            publish(newBus);
            // The port opens last: nobody may meet a server whose endpoint is not there yet.
            starting.addConnector(connector);
            connector.start();
        } catch (Exception e) {
            LifeCycle.stop(starting);
            newBus.shutdown(true);
            throw new IllegalStateException("Jetty does not start", e);
        }
        server = starting;
        bus = newBus;
        return connector.getLocalPort();
    }

    @Override
    public void stop() {
        if (server != null) {
            LifeCycle.stop(server);
            server = null;
        }
        if (bus != null) {
            bus.shutdown(true);
            bus = null;
        }
    }

    @Override
    public Set<String> dataFiles() {
        return contract.operations().stream()
                .map(Agency.Operation::answer)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public List<String> unused() {
        return catalogue.unasked();
    }

    @Override
    public List<String> unmatched() {
        return faults.unmatched();
    }

    private ServerConnector connector(Server starting, int port, ServerCertificate certificate) {
        SslContextFactory.Server ssl = new SslContextFactory.Server();
        ssl.setKeyStore(tls.keyStore().apply(certificate));
        ssl.setKeyStorePassword(tls.password());
        if (tls.clients() != null) {
            ssl.setTrustStore(tls.clients());
            ssl.setNeedClientAuth(true);
        }
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.addCustomizer(new SecureRequestCustomizer());
        ServerConnector connector = new ServerConnector(
                starting, 1, 1, new SslConnectionFactory(ssl, "http/1.1"), new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        return connector;
    }

    private ServletContextHandler context(Bus bus) {
        CXFNonSpringServlet servlet = new CXFNonSpringServlet();
        servlet.setBus(bus);
        ServletHolder holder = new ServletHolder(servlet);
        holder.setInitParameter("hide-service-list-page", "true");
        ServletContextHandler context = new ServletContextHandler();
        context.addFilter(new FilterHolder(faults), "/*", EnumSet.of(DispatcherType.REQUEST));
        context.addServlet(holder, "/*");
        return context;
    }

    private void publish(Bus bus) {
        EndpointImpl endpoint =
                new EndpointImpl(bus, catalogue, contract.version().equals("1.1") ? SOAP_11 : SOAP_12);
        endpoint.setWsdlLocation(
                Agency.resource(agency.id() + "/" + contract.wsdl()).toString());
        endpoint.setServiceName(new QName(contract.namespace(), contract.service()));
        endpoint.setEndpointName(new QName(contract.namespace(), contract.service() + "Port"));
        endpoint.setFeatures(contract.addressing() ? List.of(SoapSecurity.addressing()) : List.of());
        endpoint.setProperties(properties());
        endpoint.setInInterceptors(inInterceptors());
        if (contract.encoding() != null) {
            endpoint.setOutInterceptors(List.of(new SoapEncoding(contract.encoding())));
            endpoint.setOutFaultInterceptors(List.of(new SoapEncoding(contract.encoding())));
        }
        endpoint.publish(agency.path());
    }

    private List<Interceptor<? extends Message>> inInterceptors() {
        List<Interceptor<? extends Message>> interceptors = new ArrayList<>();
        interceptors.add(new SoapActions(contract.operations().stream()
                .map(operation -> contract.actionPrefix() + operation.name())
                .collect(Collectors.toUnmodifiableSet())));
        interceptors.addAll(security);
        return interceptors;
    }

    private static Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>();
        // A refused request is a stub's daily work, not a warning.
        properties.put(FaultListener.class.getName(), (FaultListener) (exception, description, message) -> false);
        // Nonces and timestamps are remembered in memory: the default caches write to disk.
        properties.put(SecurityConstants.NONCE_CACHE_INSTANCE, new MemoryReplayCache());
        properties.put(SecurityConstants.TIMESTAMP_CACHE_INSTANCE, new MemoryReplayCache());
        return properties;
    }

    /** A bus of its own, so that the process's default bus stays whatever it was. */
    private static Bus newBus() {
        Bus defaultBefore = BusFactory.getDefaultBus(false);
        Bus threadBefore = BusFactory.getThreadDefaultBus(false);
        Bus bus = BusFactory.newInstance().createBus();
        BusFactory.setDefaultBus(defaultBefore);
        BusFactory.setThreadDefaultBus(threadBefore);
        return bus;
    }
}
