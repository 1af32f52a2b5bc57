package se.tjanstenav.connectors.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.tjanstenav.catalog.Fault;
import se.tjanstenav.catalog.Reject;
import se.tjanstenav.catalog.model.ServiceKey;
import se.tjanstenav.connectors.ConnectorsConfiguration;
import se.tjanstenav.connectors.TrialConnection;
import se.tjanstenav.connectors.TrialFeed;
import se.tjanstenav.connectors.conformance.Credentials.WrongSecrets;
import se.tjanstenav.connectors.descriptor.Descriptor;
import se.tjanstenav.connectors.descriptor.FeedSpec;
import se.tjanstenav.connectors.egress.AnswerListener.Answer;
import se.tjanstenav.connectors.egress.EgressPolicy;
import se.tjanstenav.connectors.fault.Excerpt;
import se.tjanstenav.connectors.secret.DirectorySecrets;
import se.tjanstenav.connectors.secret.Secrets;

/** The examination of one feed: first all that asks the agency, then what is judged from what it said. */
final class FeedExamination {

    private static final String NO_CREDENTIALS = "the descriptor shows no credentials";

    private final ConformanceSettings settings;
    private final FeedSpec feed;
    private final Findings findings;
    private final List<Answer> answers = new ArrayList<>();
    private final Harvest first;

    /** Asks the agency; what goes wrong becomes a finding. */
    FeedExamination(
            ConformanceSettings settings,
            Descriptor descriptor,
            FeedSpec feed,
            Secrets secrets,
            Credentials credentials) {
        this.settings = settings;
        this.feed = feed;
        this.findings = new Findings(secrets::mask);
        try (TrialConnection connection = connection(descriptor, secrets)) {
            this.first = read(connection.feed(feed), descriptor, credentials);
        }
        if (first.fault().isEmpty()) {
            refusals(descriptor, secrets, credentials);
        }
    }

    /** Each feed has a connection of its own, so that one that fails leaves others their attempts. */
    private TrialConnection connection(Descriptor descriptor, Secrets secrets) {
        EgressPolicy policy = ConnectorsConfiguration.policy(settings.egress());
        return TrialConnection.of(descriptor, policy, secrets, settings.clock(), answers::add);
    }

    private Harvest read(TrialFeed trial, Descriptor descriptor, Credentials credentials) {
        Harvest harvest = Harvest.of(trial, feed.pagination().total(), settings.records());
        harvest.fault().ifPresent(this::blame);
        new ProtectionChecks(findings, harvest, List.copyOf(answers), credentials.shown()).run();
        if (harvest.fault().isPresent()) {
            new TransportChecks(findings, feed, descriptor.spec().limits(), List.copyOf(answers), harvest).run();
            if (!harvest.records().isEmpty()) {
                new IdentityChecks(findings, harvest).ids();
            }
            return harvest;
        }
        IdentityChecks identity = new IdentityChecks(findings, harvest);
        identity.ids();
        identity.stability(Harvest.of(trial, feed.pagination().total(), settings.records()));
        new TransportChecks(findings, feed, descriptor.spec().limits(), List.copyOf(answers), harvest).run();
        new PagingChecks(findings, feed.pagination(), harvest)
                .run(beyond -> Harvest.from(beyond, trial, feed.pagination().total(), 1));
        new ChangeChecks(findings, feed, harvest, settings.clock())
                .run(bookmark -> Harvest.after(bookmark, trial, settings.records()));
        return harvest;
    }

    private void blame(Fault fault) {
        findings.fails(Blame.of(fault), Blame.evidence(fault), Blame.remedy(fault), List.of());
    }

    private void refusals(Descriptor descriptor, Secrets secrets, Credentials credentials) {
        ProtectionChecks protection = new ProtectionChecks(findings, first, answers, credentials.shown());
        if (credentials.shown().isEmpty()) {
            protection.refusal(Expectation.REFUSED_WITHOUT_CREDENTIALS, Optional.empty(), NO_CREDENTIALS);
            protection.refusal(Expectation.REFUSED_WITH_WRONG_CREDENTIALS, Optional.empty(), NO_CREDENTIALS);
            return;
        }
        protection.refusal(
                Expectation.REFUSED_WITHOUT_CREDENTIALS,
                credentials.none().map(bare -> begin(bare, secrets)),
                "the descriptor cannot be used without credentials");
        Optional<WrongSecrets> guessed = credentials.wrong();
        Optional<Harvest> tried = Optional.empty();
        if (guessed.isPresent()) {
            try (WrongSecrets wrong = guessed.get()) {
                tried = Optional.of(begin(descriptor, new DirectorySecrets(wrong.folder())));
            }
        }
        protection.refusal(
                Expectation.REFUSED_WITH_WRONG_CREDENTIALS,
                tried,
                "there is no key or password that could be wrong; another certificate is not made up");
    }

    private Harvest begin(Descriptor other, Secrets secrets) {
        try (TrialConnection connection = connection(other, secrets)) {
            return Harvest.of(connection.feed(feed), null, 1);
        }
    }

    FeedSpec feed() {
        return feed;
    }

    /** The first reading of the feed. */
    Harvest harvest() {
        return first;
    }

    /**
     * Judges what needs all feeds, and reports.
     *
     * @param described the services that the connector describes
     * @param complete whether these are all that it describes
     * @param withChannels services that some feed of the connector gives a channel
     */
    FeedReport report(Set<ServiceKey> described, boolean complete, Set<ServiceKey> withChannels) {
        if (first.fault().isEmpty() || !first.records().isEmpty()) {
            new MappingChecks(findings, feed.response(), first).run(withChannels);
            new ReferenceChecks(findings, described, complete).run(feed.kind(), first);
            new DateChecks(findings, settings.clock()).run(first);
        }
        return new FeedReport(
                feed.name(),
                feed.kind(),
                first.records().size(),
                first.cut(),
                answers.size(),
                findings.all(),
                first.rejects().stream().map(this::safe).toList());
    }

    /** A record's id comes from the agency too, and may be anything. */
    private Reject safe(Reject reject) {
        String id = reject.externalId();
        return new Reject(
                id == null ? null : findings.safe(Excerpt.of(id)),
                reject.ordinal(),
                reject.stage(),
                reject.code(),
                findings.safe(reject.detail()),
                reject.pointer(),
                reject.expressionPosition(),
                reject.excerpt());
    }
}
