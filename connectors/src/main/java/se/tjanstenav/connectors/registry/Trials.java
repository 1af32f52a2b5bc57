package se.tjanstenav.connectors.registry;

import java.time.Duration;
import java.util.Optional;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.connectors.CheckedDescriptor;
import se.tjanstenav.connectors.access.Caller;
import se.tjanstenav.connectors.descriptor.Descriptor;
import se.tjanstenav.connectors.descriptor.DescriptorReader;
import se.tjanstenav.connectors.descriptor.SecretReferences;
import se.tjanstenav.connectors.secret.Secrets;
import se.tjanstenav.connectors.trial.BusyException;
import se.tjanstenav.connectors.trial.DryRun;
import se.tjanstenav.connectors.trial.DryRunReport;
import se.tjanstenav.connectors.trial.DryRunSettings;
import se.tjanstenav.connectors.trial.Slots;
import se.tjanstenav.connectors.trial.Slots.Slot;
import se.tjanstenav.connectors.trial.Validation;

/**
 * Validates and tries descriptors for callers of the registry, registered or not. Nothing is stored, and nothing is
 * noted of what was tried. Refuses with {@link RegistryException}, and with {@link BusyException} while too much is
 * under way.
 */
public final class Trials {

    private static final String SOURCE = "the descriptor";

    private final DescriptorReader reader;
    private final TrialSecrets secrets;
    private final RegisteredStates states;
    private final Registry registry;
    private final DryRun dryRun;
    private final Slots validations = new Slots(4, 2);
    private final Slots dryRuns = new Slots(2, 1);

    Trials(DescriptorReader reader, TrialSecrets secrets, RegisteredStates states, Registry registry, DryRun dryRun) {
        this.reader = reader;
        this.secrets = secrets;
        this.states = states;
        this.registry = registry;
        this.dryRun = dryRun;
    }

    /** Lists everything that is wrong with a text, whosever it is. */
    public Validation validate(byte[] body, TextFormat format, Caller by) {
        String text;
        try {
            text = Submission.text(body, format);
        } catch (RegistryException e) {
            return unreadable(e);
        }
        DescriptorReader.Result form = reader.read(text);
        SecretReferences references = SecretReferences.to(secrets.of(form.id(), by));
        try (Slot slot = slot(validations, form, Duration.ofSeconds(2))) {
            return Validation.of(CheckedDescriptor.of(SOURCE, text, reader.following(references)));
        }
    }

    /** Tries a text that need not be registered. */
    public DryRunReport tryText(byte[] body, TextFormat format, DryRunSettings settings, Caller by) {
        String text;
        try {
            text = Submission.text(body, format);
        } catch (RegistryException e) {
            return dryRun.refused(unreadable(e), settings);
        }
        return run(text, settings, by);
    }

    /** Tries a version as it was posted. */
    public DryRunReport tryVersion(String connector, int number, DryRunSettings settings, Caller by) {
        return run(registry.text(connector, number, by), settings, by);
    }

    /** A text that cannot be read was validated all the same; one that is too large was not even looked at. */
    private static Validation unreadable(RegistryException e) {
        if (e.code() != RegistryException.Code.INVALID_DESCRIPTOR) {
            throw e;
        }
        return new Validation(false, null, e.faults());
    }

    private DryRunReport run(String text, DryRunSettings settings, Caller by) {
        DescriptorReader.Result form = reader.read(text);
        form.descriptor().ifPresent(descriptor -> requireOwn(descriptor, by));
        Secrets known = secrets.of(form.id(), by);
        SecretReferences references = secrets.references(known, form.descriptor());
        try (Slot slot = slot(dryRuns, form, settings.deadline())) {
            return dryRun.run(CheckedDescriptor.of(SOURCE, text, reader.following(references)), known, settings);
        }
    }

    private void requireOwn(Descriptor descriptor, Caller by) {
        String id = descriptor.metadata().id();
        AgencyId agency = new AgencyId(descriptor.metadata().agency());
        if (!by.mayTouch(agency)) {
            throw Refusals.misplaced(
                    "/metadata/agency",
                    "the key speaks for '%s', not for '%s'".formatted(by.agency(), agency),
                    "Name your own agency, or ask the operator to try the descriptor.");
        }
        if (states.isForeign(id, agency) || secrets.isForeign(id, agency)) {
            throw Refusals.misplaced(
                    "/metadata/id",
                    "the connector id '%s' is taken by another agency".formatted(id),
                    "Choose another id.");
        }
    }

    /** What a text without form takes costs no more than reading it has already. */
    private static Slot slot(Slots slots, DescriptorReader.Result form, Duration longest) {
        Optional<AgencyId> agency = form.descriptor()
                .map(descriptor -> new AgencyId(descriptor.metadata().agency()));
        if (agency.isEmpty()) {
            return () -> {};
        }
        return slots.take(agency.get())
                .orElseThrow(() -> new BusyException(
                        "As many as may be are under way, for the agency or in all; try again when one has ended",
                        longest));
    }
}
