package se.tjanstenav.connectors;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
 * client is made when it is first needed, so that a certificate that cannot be used fails the run and not the hub, and
 * another one when a secret that it was made with has changed.
 */
final class AgencyConnection implements AutoCloseable {

    private final Descriptor descriptor;
    private final EgressClients clients;
    private final Secrets secrets;
    private final Clock clock;
    private final Attempts attempts;
    private final List<Replaced> replaced = new ArrayList<>();
    private @Nullable Current current;

    private record Current(EgressClient client, Exchange exchange, UsedSecrets secrets) {}

    /** A client that runs under way may still use. */
    private record Replaced(EgressClient client, Instant idleFrom) {}

    AgencyConnection(Descriptor descriptor, EgressClients clients, Secrets secrets, Clock clock, Attempts attempts) {
        this.descriptor = descriptor;
        this.clients = clients;
        this.secrets = secrets;
        this.clock = clock;
        this.attempts = attempts;
    }

    /** What a run asks through from its beginning to its end. */
    synchronized Exchange exchange() {
        closeIdle();
        UsedSecrets used = UsedSecrets.now(descriptor.spec(), secrets);
        Current ready = current;
        if (ready == null || !ready.secrets().equals(used)) {
            EgressClient made = clients.create(descriptor.spec(), secrets);
            if (ready != null) {
                replaced.add(new Replaced(ready.client(), clock.instant().plus(longestRun())));
            }
            Authorisation authorisation = Authorisation.of(descriptor.spec().auth(), made, secrets, clock);
            ready = new Current(made, new Exchange(made, authorisation, attempts), used);
            current = ready;
        }
        return ready.exchange();
    }

    private void closeIdle() {
        Instant now = clock.instant();
        replaced.removeIf(each -> {
            boolean idle = each.idleFrom().isBefore(now);
            if (idle) {
                each.client().close();
            }
            return idle;
        });
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
        replaced.forEach(each -> each.client().close());
        replaced.clear();
        if (current != null) {
            current.client().close();
        }
    }
}
