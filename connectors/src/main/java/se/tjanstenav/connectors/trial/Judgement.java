package se.tjanstenav.connectors.trial;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.FeedRegistration;
import se.tjanstenav.catalog.PublishedContributions;
import se.tjanstenav.catalog.PublishedContributions.Comparison;
import se.tjanstenav.catalog.PublishedContributions.FieldChange;
import se.tjanstenav.catalog.PublishedContributions.Rest;
import se.tjanstenav.catalog.Reject;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.catalog.model.LocalizedText;
import se.tjanstenav.catalog.model.ServiceDescription;
import se.tjanstenav.catalog.model.ServiceKey;
import se.tjanstenav.connectors.mapping.MappedRecord;
import se.tjanstenav.connectors.mapping.Warning;
import se.tjanstenav.connectors.trial.RecordTrial.RejectTrial;
import se.tjanstenav.connectors.trial.RecordTrial.Verdict;
import tools.jackson.databind.json.JsonMapper;

/** What the catalogue would say to the records of one feed. */
final class Judgement {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_EMPTY))
            .build();
    private static final int MOST_MISSING = 20;

    private final FeedRegistration feed;
    private final boolean live;
    private final PublishedContributions published;
    private final UnaryOperator<String> mask;
    private final Function<Reject, RejectTrial> rejects;

    /**
     * Prepares.
     *
     * @param rejects puts what the catalogue rejects into the words of the report
     */
    Judgement(
            FeedRegistration feed,
            boolean live,
            PublishedContributions published,
            UnaryOperator<String> mask,
            Function<Reject, RejectTrial> rejects) {
        this.feed = feed;
        this.live = live;
        this.published = published;
        this.mask = mask;
        this.rejects = rejects;
    }

    List<RecordTrial> of(List<TriedRecord> records) {
        List<Contribution> contributions = new ArrayList<>();
        for (TriedRecord record : records) {
            if (record.mapped() != null) {
                contributions.add(record.mapped().contribution());
            }
        }
        Iterator<Comparison> comparisons =
                published.compare(feed, contributions).iterator();
        return records.stream()
                .map(record -> record.mapped() == null
                        ? rejected(record)
                        : compared(record, record.mapped(), comparisons.next()))
                .toList();
    }

    private @Nullable String shownId(TriedRecord record) {
        return record.externalId() == null ? null : mask.apply(record.externalId());
    }

    private RecordTrial rejected(TriedRecord record) {
        return new RecordTrial(
                record.ordinal(),
                shownId(record),
                Verdict.REJECTED,
                record.raw(),
                null,
                record.shown().isCut(),
                List.of(),
                record.rejects(),
                List.of());
    }

    private RecordTrial compared(TriedRecord record, MappedRecord mapped, Comparison comparison) {
        Shown shown = record.shown();
        Object contribution = shown.copy(MAPPER.convertValue(mapped.contribution(), Object.class));
        List<FieldChange> changes = comparison.changes().stream()
                .map(change -> new FieldChange(
                        mask.apply(change.pointer()), shown.copy(change.before()), shown.copy(change.after())))
                .toList();
        Reject reject = comparison.reject();
        return new RecordTrial(
                record.ordinal(),
                shownId(record),
                verdict(comparison),
                record.raw(),
                contribution,
                shown.isCut(),
                changes,
                reject == null ? List.of() : List.of(rejects.apply(reject)),
                mapped.warnings().stream().map(this::masked).toList());
    }

    private Verdict verdict(Comparison comparison) {
        return switch (comparison.verdict()) {
            case ADDED -> live ? Verdict.LIVE : Verdict.ADDED;
            case CHANGED -> Verdict.CHANGED;
            case UNCHANGED -> Verdict.UNCHANGED;
            case REJECTED -> Verdict.REJECTED;
        };
    }

    private Warning masked(Warning warning) {
        return new Warning(warning.code(), mask.apply(warning.detail()), warning.pointer());
    }

    static FeedTrial.Counts counts(List<RecordTrial> records) {
        return new FeedTrial.Counts(
                records.size(),
                (int) records.stream().filter(record -> record.mapped() != null).count(),
                count(records, Verdict.ADDED),
                count(records, Verdict.CHANGED),
                count(records, Verdict.UNCHANGED),
                count(records, Verdict.REJECTED),
                (int) records.stream()
                        .filter(record -> !record.warnings().isEmpty())
                        .count());
    }

    private static int count(List<RecordTrial> records, Verdict verdict) {
        return (int)
                records.stream().filter(record -> record.verdict() == verdict).count();
    }

    /** What a complete run that sees just these records would miss; null where one of them may be any. */
    FeedTrial.@Nullable Missing missing(List<TriedRecord> records) {
        List<String> seen = records.stream()
                .map(TriedRecord::externalId)
                .filter(Objects::nonNull)
                .toList();
        if (!published.isKnown() || seen.size() < records.size()) {
            return null;
        }
        Rest rest = published.without(feed, seen, MOST_MISSING);
        return new FeedTrial.Missing(
                rest.total(),
                rest.first().stream()
                        .map(gone -> new FeedTrial.Named(mask.apply(gone.externalId()), name(gone)))
                        .toList());
    }

    private @Nullable String name(Contribution contribution) {
        ServiceDescription description = contribution.description();
        if (description == null) {
            return null;
        }
        LocalizedText name = description.name();
        String best = name.byLanguage().get(name.bestLanguage(List.of("sv")));
        return best == null ? null : mask.apply(best);
    }

    List<Wishes.Lack> lacking(List<Contribution> contributions, Predicate<ServiceKey> hasChannels) {
        return new Wishes(hasChannels)
                .missing(contributions).stream()
                        .map(lack -> new Wishes.Lack(
                                lack.wish(), lack.records().stream().map(mask).toList()))
                        .toList();
    }
}
