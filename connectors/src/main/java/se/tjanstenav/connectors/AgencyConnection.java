package se.tjanstenav.connectors;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.connectors.descriptor.Descriptor;
import se.tjanstenav.connectors.egress.Attempts;
import se.tjanstenav.connectors.egress.Authorisation;
import se.tjanstenav.connectors.egress.EgressClient;
import se.tjanstenav.connectors.egress.EgressClients;
import se.tjanstenav.connectors.egress.Exchange;
import se.tjanstenav.connectors.secret.Secrets;

/**
 * What the feeds of one connector share: the client, the access token, the rate limit and the circuit breaker. The
 * client is made when it is first needed, so that a certificate that cannot be used fails the run and not the hub.
 */
final class AgencyConnection implements AutoCloseable {

    private final Descriptor descriptor;
    private final EgressClients clients;
    private final Secrets secrets;
    private final Clock clock;
    private final Attempts attempts;
    private @Nullable EgressClient client;
    private @Nullable Exchange exchange;

    AgencyConnection(Descriptor descriptor, EgressClients clients, Secrets secrets, Clock clock, Attempts attempts) {
        this.descriptor = descriptor;
        this.clients = clients;
        this.secrets = secrets;
        this.clock = clock;
        this.attempts = attempts;
    }

    synchronized Exchange exchange() {
        Exchange ready = exchange;
        if (ready == null) {
            EgressClient made = clients.create(descriptor.spec(), secrets);
            ready = new Exchange(made, Authorisation.of(descriptor.spec().auth(), made, secrets, clock), attempts);
            client = made;
            exchange = ready;
        }
        return ready;
    }

    /** What the connector may read. */
    Secrets secrets() {
        return secrets;
    }

    /** How long a run over this connection may last. */
    Duration longestRun() {
        return descriptor.spec().limits().run();
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.close();
        }
    }
}
