package se.tjanstenav.catalog.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import se.tjanstenav.catalog.FeedRegistration;
import se.tjanstenav.catalog.PublishedContributions;
import se.tjanstenav.catalog.Reject;
import se.tjanstenav.catalog.UsableRecord;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.catalog.store.StagingTable.Row;

/** Lets {@link Intake} decide as it does for a run, and throws its decisions away. */
final class PublishedComparison implements PublishedContributions {

    private final ContributionTable contributions;

    PublishedComparison(ContributionTable contributions) {
        this.contributions = contributions;
    }

    @Override
    public List<Comparison> compare(FeedRegistration feed, List<Contribution> news) {
        Map<String, Contribution> published = new HashMap<>();
        List<String> ids = Intake.storable(news.stream().map(Contribution::externalId));
        if (!ids.isEmpty()) {
            contributions.published(feed.feed(), ids).forEach(each -> published.put(each.externalId(), each));
        }
        return compare(feed, news, published);
    }

    static List<Comparison> compare(
            FeedRegistration feed, List<Contribution> news, Map<String, Contribution> published) {
        Map<String, ContributionTable.Identity> identities = new HashMap<>();
        published.forEach((id, contribution) ->
                identities.put(id, new ContributionTable.Identity(Json.hash(contribution), null, 0)));
        Intake intake = new Intake(Mandate.of(feed), Map.of(), identities);
        for (int i = 0; i < news.size(); i++) {
            intake.take(WrittenRecord.of(UsableRecord.of(news.get(i))), i);
        }
        Map<Long, Reject> rejects = intake.rejects().stream()
                .map(Rejected::reject)
                .collect(Collectors.toMap(Reject::ordinal, reject -> reject, (a, b) -> a));
        Map<String, Row> rows = intake.written().stream().collect(Collectors.toMap(Row::externalId, row -> row));
        List<Comparison> comparisons = new ArrayList<>();
        for (int i = 0; i < news.size(); i++) {
            Contribution contribution = news.get(i);
            Reject reject = rejects.get((long) i);
            comparisons.add(
                    reject == null
                            ? comparison(
                                    Objects.requireNonNull(rows.get(contribution.externalId())),
                                    contribution,
                                    published)
                            : new Comparison(Verdict.REJECTED, List.of(), reject));
        }
        return comparisons;
    }

    private static Comparison comparison(Row row, Contribution contribution, Map<String, Contribution> published) {
        return switch (row.state()) {
            case ADDED -> new Comparison(Verdict.ADDED, List.of(), null);
            case UNCHANGED, KNOWN -> new Comparison(Verdict.UNCHANGED, List.of(), null);
            case CHANGED ->
                new Comparison(
                        Verdict.CHANGED,
                        Json.changes(Objects.requireNonNull(published.get(row.externalId())), contribution),
                        null);
            case REJECTED -> throw new IllegalStateException("A rejected record has no reject: " + row.externalId());
        };
    }

    @Override
    public Rest without(FeedRegistration feed, Collection<String> externalIds, int most) {
        return contributions.publishedWithout(feed.feed(), Intake.storable(externalIds.stream()), most);
    }

    @Override
    public boolean isKnown() {
        return true;
    }

    /** Where there is no catalogue: everything is new. */
    static final class Nothing implements PublishedContributions {

        @Override
        public List<Comparison> compare(FeedRegistration feed, List<Contribution> news) {
            return PublishedComparison.compare(feed, news, Map.of());
        }

        @Override
        public Rest without(FeedRegistration feed, Collection<String> externalIds, int most) {
            return Rest.NOTHING;
        }

        @Override
        public boolean isKnown() {
            return false;
        }
    }
}
