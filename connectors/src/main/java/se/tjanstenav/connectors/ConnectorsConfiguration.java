package se.tjanstenav.connectors;

import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.pem.PemContent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.ResourcePatternResolver;
import se.tjanstenav.connectors.descriptor.DescriptorReader;
import se.tjanstenav.connectors.descriptor.SecretReferences;
import se.tjanstenav.connectors.egress.AnswerListener;
import se.tjanstenav.connectors.egress.EgressClients;
import se.tjanstenav.connectors.egress.EgressPolicy;
import se.tjanstenav.connectors.secret.DirectorySecrets;

/**
 * Provides {@link Connectors} from the descriptors that {@link ConnectorsProperties} names, and from those that agencies
 * have registered where there is a {@link RegisteredConnectors} bean. An invalid descriptor does not keep the hub from
 * starting. A {@link Clock} and an
 * {@link ObservationRegistry} are used where there are such beans.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConnectorsProperties.class)
public class ConnectorsConfiguration {

    @Bean
    EgressPolicy egressPolicy(ConnectorsProperties properties) {
        return policy(properties.egress());
    }

    /** Knows what the operator allows, and follows no reference to a secret. */
    @Bean
    DescriptorReader descriptorReader(EgressPolicy policy) {
        return new DescriptorReader(SecretReferences.UNCHECKED, policy::allowsPlainHttp);
    }

    @Bean(destroyMethod = "close")
    WatchedConnectors connectors(
            ConnectorsProperties properties,
            EgressPolicy policy,
            DescriptorReader reader,
            ResourcePatternResolver resources,
            ObjectProvider<Clock> clocks,
            ObjectProvider<RegisteredConnectors> registered,
            ObjectProvider<ObservationRegistry> observations) {
        Clock clock = clocks.getIfAvailable(Clock::systemUTC);
        DirectorySecrets secrets = new DirectorySecrets(properties.secrets());
        EgressClients clients = new EgressClients(
                policy, AnswerListener.NONE, observations.getIfAvailable(() -> ObservationRegistry.NOOP));
        FeedFactory feeds = new FeedFactory(clients, policy, clock);
        Optional<RegisteredLoader> more =
                registered.stream().findFirst().map(registry -> new RegisteredLoader(registry, reader, feeds));
        DescriptorLoader loader =
                new DescriptorLoader(resources, reader.following(SecretReferences.to(secrets)), feeds, secrets, more);
        return new WatchedConnectors(inUse -> loader.load(properties.descriptors(), inUse), clock);
    }

    /**
     * What the operator allows, ready for use.
     *
     * @throws IllegalStateException if the file of {@code egress.trust} holds no certificates
     */
    public static EgressPolicy policy(ConnectorsProperties.Egress egress) {
        return new EgressPolicy(
                egress.addresses(),
                egress.allowedNetworks(),
                egress.plainHttpHosts(),
                trust(egress.trust()),
                egress.breakerOpenFor());
    }

    private static List<X509Certificate> trust(@Nullable Path pem) {
        if (pem == null) {
            return List.of();
        }
        try {
            return PemContent.load(pem).getCertificates();
        } catch (IOException | IllegalStateException e) {
            throw new IllegalStateException(
                    "tjanstenav.connectors.egress.trust: %s holds no certificates in PEM form".formatted(pem), e);
        }
    }
}
