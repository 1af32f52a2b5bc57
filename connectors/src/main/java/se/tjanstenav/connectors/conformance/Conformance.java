package se.tjanstenav.connectors.conformance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import se.tjanstenav.catalog.FeedKind;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.catalog.model.ServiceKey;
import se.tjanstenav.connectors.CheckedDescriptor;
import se.tjanstenav.connectors.ConnectorsConfiguration;
import se.tjanstenav.connectors.descriptor.Descriptor;
import se.tjanstenav.connectors.descriptor.FeedSpec;
import se.tjanstenav.connectors.secret.DirectorySecrets;
import se.tjanstenav.connectors.secret.Secrets;
import se.tjanstenav.connectors.trial.SampleService;

/**
 * Runs the examination that an agency makes of its own endpoint. It asks only what a harvest asks, reads each feed twice
 * and a page past its end, and once without and once with wrong credentials; what goes wrong becomes a finding.
 */
public final class Conformance {

    private final ConformanceSettings settings;
    private final Consumer<String> progress;

    /**
     * Prepares an examination.
     *
     * @param progress is told what is being done, in words for people
     */
    public Conformance(ConformanceSettings settings, Consumer<String> progress) {
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * Examines; feeds are only asked if the descriptor has no fault.
     *
     * @throws IllegalStateException if the file of {@code egress.trust} holds no certificates
     */
    public Report examine() {
        Instant now = settings.clock().instant();
        Secrets secrets = new DirectorySecrets(settings.secrets());
        progress.accept("Checking " + settings.descriptor());
        CheckedDescriptor checked = CheckedDescriptor.ofFile(
                settings.descriptor(), ConnectorsConfiguration.policy(settings.egress()), secrets);
        if (checked.usable().isEmpty()) {
            return Report.invalid(settings, now, checked.faults());
        }
        Descriptor descriptor = checked.usable().get();
        Credentials credentials = Credentials.of(settings.descriptor(), settings.secrets());
        List<FeedExamination> examinations = new ArrayList<>();
        for (FeedSpec feed : descriptor.spec().feeds()) {
            progress.accept("Reading " + descriptor.metadata().id() + "/" + feed.name());
            List<Contribution> others = examinations.stream()
                    .flatMap(examination -> examination.harvest().contributions().stream())
                    .toList();
            examinations.add(
                    new FeedExamination(settings, descriptor, SampleService.in(feed, others), secrets, credentials));
        }
        return Report.of(settings, now, descriptor.metadata().id(), judge(examinations));
    }

    /** What feeds say of each other can be judged only when all have been read. */
    private static List<FeedReport> judge(List<FeedExamination> examinations) {
        Set<ServiceKey> described = new HashSet<>();
        Set<ServiceKey> withChannels = new HashSet<>();
        boolean complete = true;
        for (FeedExamination examination : examinations) {
            for (Contribution contribution : examination.harvest().contributions()) {
                if (contribution.description() != null) {
                    described.add(contribution.service());
                }
                if (!contribution.channels().isEmpty()) {
                    withChannels.add(contribution.service());
                }
            }
            complete &= examination.feed().kind() != FeedKind.SERVICES
                    || (examination.harvest().whole()
                            && examination.harvest().rejects().isEmpty());
        }
        List<FeedReport> reports = new ArrayList<>();
        for (FeedExamination examination : examinations) {
            reports.add(examination.report(described, complete, withChannels));
        }
        return reports;
    }
}
