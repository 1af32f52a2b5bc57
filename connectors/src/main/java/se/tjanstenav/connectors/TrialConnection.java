package se.tjanstenav.connectors;

import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import se.tjanstenav.connectors.descriptor.Descriptor;
import se.tjanstenav.connectors.descriptor.FeedSpec;
import se.tjanstenav.connectors.descriptor.Limits;
import se.tjanstenav.connectors.egress.AnswerListener;
import se.tjanstenav.connectors.egress.EgressClients;
import se.tjanstenav.connectors.egress.EgressPolicy;
import se.tjanstenav.connectors.secret.Secrets;

/**
 * A descriptor tried apart from any hub's work, with a client, an access token, a rate limit and circuit breakers of its
 * own, so that a trial and the harvests next to it do not feel each other. To be closed.
 */
public final class TrialConnection implements AutoCloseable {

    private final Descriptor descriptor;
    private final FeedFactory factory;
    private final AgencyConnection connection;

    private TrialConnection(Descriptor descriptor, FeedFactory factory, Secrets secrets) {
        this.descriptor = descriptor;
        this.factory = factory;
        this.connection = factory.connection(descriptor, secrets);
    }

    /**
     * Prepares; nothing is sent yet.
     *
     * @param answers is told of every answer
     */
    public static TrialConnection of(
            Descriptor descriptor, EgressPolicy policy, Secrets secrets, Clock clock, AnswerListener answers) {
        return new TrialConnection(
                descriptor,
                new FeedFactory(new EgressClients(policy, answers, ObservationRegistry.NOOP), policy, clock),
                secrets);
    }

    public TrialFeed feed(FeedSpec feed) {
        return feed(feed, descriptor.spec().limits());
    }

    /** A feed that keeps to limits which are nowhere higher than these, nor than the descriptor's own. */
    public TrialFeed feed(FeedSpec feed, Limits limits) {
        return new TrialFeed(factory.feed(descriptor.within(limits), feed, connection));
    }

    @Override
    public void close() {
        connection.close();
    }
}
