package se.tjanstenav.connectors.trial;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.FeedKind;
import se.tjanstenav.catalog.PublishedContributions;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.catalog.model.ServiceKey;
import se.tjanstenav.connectors.CheckedDescriptor;
import se.tjanstenav.connectors.TrialConnection;
import se.tjanstenav.connectors.descriptor.Descriptor;
import se.tjanstenav.connectors.descriptor.FeedSpec;
import se.tjanstenav.connectors.descriptor.Limits;
import se.tjanstenav.connectors.egress.AnswerListener;
import se.tjanstenav.connectors.egress.EgressPolicy;
import se.tjanstenav.connectors.secret.Secrets;

/**
 * Tries a descriptor: fetches a little of each feed, maps it, and tells what a run would make of it. Writes nothing, and
 * ends about when its deadline is over, whatever the agency does. Safe for use by several threads.
 */
public final class DryRun {

    private static final int MOST_PAGES = 20;
    private static final long MOST_RECORDS_READ = 10_000;

    private final EgressPolicy policy;
    private final PublishedContributions published;
    private final Clock clock;

    public DryRun(EgressPolicy policy, PublishedContributions published, Clock clock) {
        this.policy = policy;
        this.published = published;
        this.clock = clock;
    }

    /**
     * Tries a descriptor; feeds are only asked if it has no fault.
     *
     * @param secrets what the connector may use
     * @throws UnknownFeedException if there is no feed of the name
     */
    public DryRunReport run(CheckedDescriptor checked, Secrets secrets, DryRunSettings settings) {
        if (checked.usable().isEmpty()) {
            return refused(Validation.of(checked), settings);
        }
        Descriptor descriptor = checked.usable().get();
        List<FeedReading> readings = read(descriptor, checked, secrets, settings);
        Predicate<ServiceKey> hasChannels = hasChannels(descriptor, readings);
        List<FeedTrial> feeds = readings.stream()
                .map(reading -> reading.trial(published, hasChannels))
                .toList();
        boolean usable = feeds.stream()
                .allMatch(feed -> feed.fault() == null && feed.counts().rejected() == 0);
        return report(
                Validation.of(checked),
                settings,
                usable ? DryRunReport.Result.USABLE : DryRunReport.Result.FAULTY,
                feeds);
    }

    /** The report of a descriptor that is not tried, because it has faults. */
    public DryRunReport refused(Validation validation, DryRunSettings settings) {
        return report(validation, settings, DryRunReport.Result.INVALID_DESCRIPTOR, List.of());
    }

    private DryRunReport report(
            Validation validation, DryRunSettings settings, DryRunReport.Result result, List<FeedTrial> feeds) {
        return new DryRunReport(
                DryRunReport.FORMAT,
                validation.connector(),
                clock.instant(),
                settings.records(),
                published.isKnown(),
                result,
                validation.faults(),
                feeds);
    }

    private List<FeedReading> read(
            Descriptor descriptor, CheckedDescriptor checked, Secrets secrets, DryRunSettings settings) {
        List<FeedSpec> feeds = chosen(descriptor, settings.feed());
        long end = System.nanoTime() + settings.deadline().toNanos();
        List<FeedReading> readings = new ArrayList<>();
        Descriptor bounded = descriptor.within(limits(settings.deadline()));
        try (TrialConnection connection = TrialConnection.of(bounded, policy, secrets, clock, AnswerListener.NONE)) {
            for (FeedSpec feed : feeds) {
                boolean last = readings.size() == feeds.size() - 1;
                Duration share = share(end - System.nanoTime(), last);
                FeedSpec asked = SampleService.in(feed, contributions(readings));
                FeedReading reading = new FeedReading(
                        asked,
                        connection.feed(asked, limits(share)),
                        new ExpressionPlaces(
                                checked.places(), descriptor.spec().feeds().indexOf(feed)),
                        secrets::mask,
                        FeedReading.budget(settings.records(), feeds.size()));
                reading.read(settings.records(), share);
                readings.add(reading);
            }
        }
        return readings;
    }

    /** Half of what is left, so that a feed that hangs leaves time for the others and a slow one is not cut short. */
    private static Duration share(long left, boolean last) {
        return Duration.ofNanos(Math.max(1, last ? left : left / 2));
    }

    private static List<Contribution> contributions(List<FeedReading> readings) {
        return readings.stream()
                .flatMap(reading -> reading.contributions().stream())
                .toList();
    }

    private static Limits limits(Duration share) {
        return new Limits(null, null, share, null, null, MOST_PAGES, MOST_RECORDS_READ, null, null);
    }

    private static List<FeedSpec> chosen(Descriptor descriptor, @Nullable String name) {
        List<FeedSpec> feeds = descriptor.spec().feeds();
        List<FeedSpec> chosen = feeds.stream()
                .filter(feed -> name == null || feed.name().equals(name))
                .toList();
        if (chosen.isEmpty()) {
            throw new UnknownFeedException(
                    String.valueOf(name), feeds.stream().map(FeedSpec::name).toList());
        }
        return chosen;
    }

    /** A feed of channels was read only in part, and may have those of any service. */
    private static Predicate<ServiceKey> hasChannels(Descriptor descriptor, List<FeedReading> readings) {
        if (descriptor.spec().feeds().stream().anyMatch(feed -> feed.kind() == FeedKind.CHANNELS)) {
            return service -> true;
        }
        Set<ServiceKey> withChannels = new HashSet<>();
        contributions(readings).stream()
                .filter(contribution -> !contribution.channels().isEmpty())
                .forEach(contribution -> withChannels.add(contribution.service()));
        return withChannels::contains;
    }
}
