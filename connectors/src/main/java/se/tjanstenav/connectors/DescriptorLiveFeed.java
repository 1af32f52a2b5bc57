package se.tjanstenav.connectors;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.tjanstenav.catalog.Fault;
import se.tjanstenav.catalog.FeedRegistration;
import se.tjanstenav.catalog.Reject;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.catalog.model.ServiceKey;
import se.tjanstenav.connectors.descriptor.FeedSpec;
import se.tjanstenav.connectors.descriptor.Limits;
import se.tjanstenav.connectors.descriptor.Live;
import se.tjanstenav.connectors.egress.RunDeadline;
import se.tjanstenav.connectors.fault.FaultCode;

/** One live feed as its descriptor describes it: opened, read and mapped as a harvested one, with less time. */
final class DescriptorLiveFeed implements LiveFeed {

    private static final Logger LOG = LoggerFactory.getLogger(DescriptorLiveFeed.class);

    /** An answer is held in memory, and asked for again within minutes. */
    private static final int MOST_RECORDS = 10_000;

    /** As segments of a path these lead elsewhere, encoded or not. */
    private static final Set<String> NO_SEGMENTS = Set.of(".", "..");

    private final DescriptorFeed feed;
    private final FeedSpec spec;
    private final Live live;
    private final Duration longest;

    DescriptorLiveFeed(DescriptorFeed feed, FeedSpec spec, Limits limits) {
        this.feed = feed;
        this.spec = spec;
        this.live = Objects.requireNonNull(spec.live());
        this.longest = limits.run().compareTo(limits.response()) < 0 ? limits.run() : limits.response();
    }

    @Override
    public FeedRegistration registration() {
        return feed.registration();
    }

    @Override
    public Rules rules() {
        return new Rules(live.budget(), live.fresh(), live.staleWhileRevalidate(), live.staleIfError());
    }

    @Override
    public boolean answersFor(ServiceKey service) {
        FeedRegistration ours = registration();
        boolean known = live.services().isEmpty() || live.services().contains(service.code());
        return known
                && !(perService() && NO_SEGMENTS.contains(service.code()))
                && Stream.concat(Stream.of(ours.agency()), ours.speaksFor().stream())
                        .anyMatch(agency -> agency.id().equals(service.authority()));
    }

    @Override
    public boolean perService() {
        return spec.perService();
    }

    @Override
    public LiveAnswer ask(ServiceKey service) {
        FeedSpec asked = perService() ? spec.asking(service.code()) : spec;
        Map<ServiceKey, List<Contribution>> said = new LinkedHashMap<>();
        Reject reject = null;
        try (RecordStream records = feed.lookUp(asked, RunDeadline.in(longest, live.budget()))) {
            for (int count = 1; records.hasNext(); count++) {
                requireFew(count);
                try {
                    Contribution contribution = feed.map(records.next()).contribution();
                    said.computeIfAbsent(contribution.service(), key -> new ArrayList<>())
                            .add(contribution);
                } catch (RecordRejectedException e) {
                    reject = reject == null ? e.reject() : reject;
                }
            }
        }
        requireUsable(said, reject);
        Map<ServiceKey, LiveAnswer.Statements> services = new LinkedHashMap<>();
        said.forEach((key, contributions) -> services.put(key, statements(contributions)));
        return new LiveAnswer(services);
    }

    private static LiveAnswer.Statements statements(List<Contribution> contributions) {
        return new LiveAnswer.Statements(
                contributions.stream()
                        .flatMap(each -> each.processingTimes().stream())
                        .toList(),
                contributions.stream().flatMap(each -> each.channels().stream()).toList());
    }

    private static void requireFew(int count) {
        if (count > MOST_RECORDS) {
            throw new FetchException(
                    new Fault(
                            Fault.Category.DESCRIPTOR,
                            FaultCode.TOO_LARGE.name(),
                            "The live answer has over %d records; ask for one service at a time"
                                    .formatted(MOST_RECORDS)),
                    null);
        }
    }

    /** Records of which none can be used say nothing of how things are. */
    private void requireUsable(Map<ServiceKey, List<Contribution>> said, @Nullable Reject reject) {
        if (reject == null) {
            return;
        }
        LOG.debug("{}: a record was passed over: {} {}", id(), reject.code(), reject.detail());
        if (said.isEmpty()) {
            throw new FetchException(
                    new Fault(
                            Fault.Category.AGENCY_ANSWERED_WRONGLY,
                            reject.code(),
                            "No record of the answer can be used. " + reject.detail()),
                    null);
        }
    }
}
