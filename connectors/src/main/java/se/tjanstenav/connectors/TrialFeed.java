package se.tjanstenav.connectors;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.FileSystemResource;
import se.tjanstenav.connectors.descriptor.Descriptor;
import se.tjanstenav.connectors.descriptor.DescriptorReader;
import se.tjanstenav.connectors.descriptor.FeedSpec;
import se.tjanstenav.connectors.descriptor.SecretReferences;
import se.tjanstenav.connectors.egress.AnswerListener;
import se.tjanstenav.connectors.egress.EgressClients;
import se.tjanstenav.connectors.egress.EgressPolicy;
import se.tjanstenav.connectors.mapping.MappedRecord;
import se.tjanstenav.connectors.mapping.ReadFields;
import se.tjanstenav.connectors.secret.Secrets;
import se.tjanstenav.connectors.source.PageListener;
import se.tjanstenav.connectors.source.Position;

/**
 * One feed of a descriptor outside a hub: asked and mapped exactly as a hub does it, with somebody watching. It has a
 * connection of its own, so that a feed that fails leaves others their attempts. To be closed.
 */
public final class TrialFeed implements AutoCloseable {

    private final AgencyConnection connection;
    private final DescriptorFeed feed;

    private TrialFeed(AgencyConnection connection, DescriptorFeed feed) {
        this.connection = connection;
        this.feed = feed;
    }

    /**
     * A descriptor file as a hub would take it at start-up, its mapping tests included.
     *
     * @param descriptor there if there is no fault
     */
    public record Checked(Optional<Descriptor> descriptor, List<DescriptorFault> faults) {

        public Checked {
            faults = List.copyOf(faults);
        }
    }

    /** Reads and checks a descriptor file; an unreadable one is a fault like any other. */
    public static Checked check(Path file, ConnectorsProperties.Egress egress, Secrets secrets) {
        EgressPolicy policy = ConnectorsConfiguration.policy(egress);
        DescriptorReader reader = new DescriptorReader(SecretReferences.to(secrets), policy::allowsPlainHttp);
        CheckedDescriptor read = DescriptorFile.read(new FileSystemResource(file), reader, Optional.empty());
        return new Checked(read.usable(), read.faults());
    }

    /**
     * Prepares a feed; nothing is sent yet.
     *
     * @param answers is told of every answer
     * @throws IllegalStateException if the file of {@code egress.trust} holds no certificates
     */
    public static TrialFeed of(
            Descriptor descriptor,
            FeedSpec feed,
            ConnectorsProperties.Egress egress,
            Secrets secrets,
            Clock clock,
            AnswerListener answers) {
        EgressPolicy policy = ConnectorsConfiguration.policy(egress);
        FeedFactory factory = new FeedFactory(new EgressClients(policy, answers), policy, clock);
        AgencyConnection connection = factory.connection(descriptor, secrets);
        return new TrialFeed(connection, factory.feed(descriptor, feed, connection));
    }

    /** Begins to fetch, from the first page or from another; throws and promises what {@link Feed#open} does. */
    public RecordStream open(Position first, PageListener pages) {
        return feed.open(null, first, pages);
    }

    /** Begins to fetch as the run after a published one does; throws and promises what {@link Feed#open} does. */
    public RecordStream openAfter(String bookmark, PageListener pages) {
        return feed.open(bookmark, Position.START, pages);
    }

    /** Maps a record as {@link Feed#map} does, and notes which of its fields the mapping reads. */
    public MappedRecord map(SourceRecord record, ReadFields fields) {
        return feed.map(record, fields);
    }

    @Override
    public void close() {
        connection.close();
    }
}
