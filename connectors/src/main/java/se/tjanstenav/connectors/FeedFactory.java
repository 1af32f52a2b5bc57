package se.tjanstenav.connectors;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.FeedRegistration;
import se.tjanstenav.catalog.model.Agency;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.catalog.model.FeedId;
import se.tjanstenav.catalog.model.LocalizedText;
import se.tjanstenav.catalog.model.OrganisationNumber;
import se.tjanstenav.connectors.descriptor.Descriptor;
import se.tjanstenav.connectors.descriptor.FeedSpec;
import se.tjanstenav.connectors.descriptor.Limits;
import se.tjanstenav.connectors.egress.Attempts;
import se.tjanstenav.connectors.egress.EgressClients;
import se.tjanstenav.connectors.egress.EgressPolicy;
import se.tjanstenav.connectors.mapping.CodeLists;
import se.tjanstenav.connectors.mapping.Contributions;
import se.tjanstenav.connectors.mapping.Mapping;
import se.tjanstenav.connectors.mapping.RecordMapper;
import se.tjanstenav.connectors.secret.Secrets;

/** Makes the feeds of a valid descriptor. */
final class FeedFactory {

    private final EgressClients clients;
    private final EgressPolicy policy;
    private final Clock clock;

    FeedFactory(EgressClients clients, EgressPolicy policy, Clock clock) {
        this.clients = clients;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * Prepares a connection; nothing is read or sent yet.
     *
     * @param secrets what the connector may read
     */
    AgencyConnection connection(Descriptor descriptor, Secrets secrets) {
        Limits limits = descriptor.spec().limits();
        Attempts attempts = new Attempts(
                descriptor.metadata().id(), limits.requestsPerSecond(), limits.concurrency(), policy.breakerOpenFor());
        return new AgencyConnection(descriptor, clients, secrets, clock, attempts);
    }

    ConnectorFeeds feeds(Descriptor descriptor, AgencyConnection connection) {
        List<Feed> harvested = new ArrayList<>();
        List<LiveFeed> live = new ArrayList<>();
        for (FeedSpec spec : descriptor.spec().feeds()) {
            DescriptorFeed feed = feed(descriptor, spec, connection);
            if (spec.live() == null) {
                harvested.add(feed);
            } else {
                live.add(new DescriptorLiveFeed(feed, spec, descriptor.spec().limits()));
            }
        }
        return new ConnectorFeeds(harvested, live);
    }

    DescriptorFeed feed(Descriptor descriptor, FeedSpec spec, AgencyConnection connection) {
        return new DescriptorFeed(
                registration(descriptor, spec), descriptor.spec(), spec, connection, mapper(descriptor, spec), clock);
    }

    static RecordMapper mapper(Descriptor descriptor, FeedSpec feed) {
        return new RecordMapper(
                Mapping.compile(feed.mapping().expression()),
                contributions(descriptor),
                new CodeLists(descriptor.spec().codeLists()),
                feed.mapping().defaults());
    }

    static Contributions contributions(Descriptor descriptor) {
        Set<AgencyId> speaksFor = descriptor.spec().speaksFor().stream()
                .map(agency -> new AgencyId(agency.id()))
                .collect(Collectors.toUnmodifiableSet());
        return new Contributions(new AgencyId(descriptor.metadata().agency()), speaksFor);
    }

    private static FeedRegistration registration(Descriptor descriptor, FeedSpec spec) {
        Descriptor.Metadata metadata = descriptor.metadata();
        return new FeedRegistration(
                new FeedId(metadata.id(), spec.name()),
                metadata.title(),
                spec.kind(),
                agency(metadata),
                descriptor.spec().speaksFor().stream().map(FeedFactory::agency).toList(),
                descriptor.spec().definesConcepts(),
                spec.live() == null ? spec.freshness().fresh() : spec.live().fresh());
    }

    private static Agency agency(Descriptor.Metadata metadata) {
        Map<String, String> name =
                metadata.agencyName() == null ? Map.of("sv", metadata.title()) : metadata.agencyName();
        return new Agency(
                new AgencyId(metadata.agency()),
                new LocalizedText(name),
                number(metadata.organisationNumber()),
                metadata.agencyKind(),
                metadata.agencyHomepage());
    }

    private static Agency agency(Descriptor.SpokenFor other) {
        return new Agency(
                new AgencyId(other.id()),
                new LocalizedText(other.name()),
                number(other.organisationNumber()),
                other.kind(),
                other.homepage());
    }

    private static @Nullable OrganisationNumber number(@Nullable String value) {
        return value == null ? null : new OrganisationNumber(value);
    }
}
