package se.tjanstenav.connectors.registry;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionTemplate;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.connectors.access.Caller;
import se.tjanstenav.connectors.audit.AuditAction;
import se.tjanstenav.connectors.audit.AuditEvent;
import se.tjanstenav.connectors.audit.AuditLog;
import se.tjanstenav.connectors.descriptor.Descriptor;
import se.tjanstenav.connectors.descriptor.DescriptorReader;
import se.tjanstenav.connectors.descriptor.Problem;

/**
 * The registry in its tables. A change locks the connector's row first and reads its state after that, so two changes at
 * once happen one after the other; what takes time, such as mapping tests, is done before the lock.
 */
final class JdbcRegistry implements Registry {

    private static final int MOST_VERSIONS = 1000;
    private static final int MOST_CONNECTORS = 200;

    private final ConnectorTable connectors;
    private final VersionTable versions;
    private final RegisteredStates states;
    private final DescriptorReader reader;
    private final VersionCheck check;
    private final Approvals approvals;
    private final AuditLog audit;
    private final TransactionTemplate transactions;
    private final Clock clock;

    JdbcRegistry(
            ConnectorTable connectors,
            VersionTable versions,
            RegisteredStates states,
            DescriptorReader reader,
            VersionCheck check,
            Approvals approvals,
            AuditLog audit,
            TransactionTemplate transactions,
            Clock clock) {
        this.connectors = connectors;
        this.versions = versions;
        this.states = states;
        this.reader = reader;
        this.check = check;
        this.approvals = approvals;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public ConnectorVersion register(byte[] text, TextFormat format, Caller by) {
        Submission submission = Submission.read(text, format, reader);
        String id = submission.id();
        if (!by.mayTouch(submission.agency())) {
            throw Refusals.misplaced(
                    "/metadata/agency",
                    "the key speaks for '%s', not for '%s'".formatted(by.agency(), submission.agency()),
                    "Name your own agency, or ask the operator to register the connector.");
        }
        if (states.taken(id, submission.agency())) {
            throw Refusals.taken(id);
        }
        try {
            return changing(() -> {
                if (connectors.exists(id)) {
                    throw Refusals.taken(id);
                }
                if (connectors.count(submission.agency()) >= MOST_CONNECTORS) {
                    throw Refusals.full("agency", MOST_CONNECTORS, "connectors");
                }
                connectors.add(id, submission.agency(), clock.instant());
                int number = versions.add(id, submission, by, clock.instant());
                record(by, submission.agency(), AuditAction.CONNECTOR_REGISTERED, id, number, submission.sha256());
                return versions.find(id, number).orElseThrow();
            });
        } catch (DuplicateKeyException e) {
            throw Refusals.taken(id);
        }
    }

    @Override
    public ConnectorVersion addVersion(String connector, byte[] text, TextFormat format, Caller by) {
        AgencyId agency = find(connector, by).agency();
        Submission submission = Submission.read(text, format, reader);
        if (!submission.id().equals(connector)) {
            throw Refusals.misplaced(
                    "/metadata/id",
                    "this is a version of the connector '%s', not of '%s'".formatted(submission.id(), connector),
                    "Write the id of the connector, or post the text to /registry/v1/connectors as a new one.");
        }
        if (!submission.agency().equals(agency)) {
            throw Refusals.misplaced(
                    "/metadata/agency",
                    "the connector belongs to the agency '%s', which never changes".formatted(agency),
                    "Write that agency, or register another connector.");
        }
        return changing(connector, by, row -> {
            if (row.newestVersion() >= MOST_VERSIONS) {
                throw Refusals.full("connector", MOST_VERSIONS, "versions");
            }
            int number = versions.add(connector, submission, by, clock.instant());
            record(by, agency, AuditAction.VERSION_POSTED, connector, number, submission.sha256());
            return versions.find(connector, number).orElseThrow();
        });
    }

    @Override
    public Page list(Query query, Caller by) {
        if (query.agency() != null && !by.mayTouch(query.agency())) {
            return new Page(List.of(), 0);
        }
        AgencyId agency = by.isOperator() ? query.agency() : by.agency();
        return new Page(
                connectors.list(agency, query.offset(), query.limit()).stream()
                        .map(states::of)
                        .toList(),
                connectors.count(agency));
    }

    @Override
    public RegisteredConnector find(String connector, Caller by) {
        return connectors
                .find(connector)
                .filter(row -> by.mayTouch(row.agency()))
                .map(states::of)
                .orElseThrow(() -> Refusals.unknown(connector));
    }

    @Override
    public List<ConnectorVersion> versions(String connector, Caller by) {
        find(connector, by);
        return versions.all(connector);
    }

    @Override
    public ConnectorVersion version(String connector, int number, Caller by) {
        find(connector, by);
        return version(connector, number);
    }

    @Override
    public String text(String connector, int number, Caller by) {
        find(connector, by);
        return text(connector, number);
    }

    @Override
    public ConnectorVersion validate(String connector, int number, Caller by) {
        List<Problem> faults = check.faults(connector, text(connector, number, by));
        return changing(connector, by, row -> {
            versions.validated(connector, number, faults, by, clock.instant());
            String detail = faults.isEmpty() ? "no faults" : faults.size() + " faults";
            record(by, row.agency(), AuditAction.VERSION_VALIDATED, connector, number, detail);
            return version(connector, number);
        });
    }

    @Override
    public ConnectorVersion approve(String connector, int number, Caller by) {
        Descriptor descriptor = reader.read(text(connector, number, by))
                .descriptor()
                .orElseThrow(() -> Refusals.conflict(
                        "The hub no longer takes the text of version %d; validate it to see why".formatted(number)));
        return changing(connector, by, row -> {
            ConnectorVersion version = version(connector, number);
            requireStatus(version, VersionStatus.VALIDATED);
            approvals.check(version, descriptor, by);
            versions.approved(connector, number, by, clock.instant());
            record(by, row.agency(), AuditAction.VERSION_APPROVED, connector, number, null);
            return version(connector, number);
        });
    }

    @Override
    public RegisteredConnector activate(String connector, int number, @Nullable String seen, Caller by) {
        if (version(connector, number, by).status() == VersionStatus.ACTIVE) {
            return resume(connector, seen, by);
        }
        return replace(connector, number, VersionStatus.APPROVED, AuditAction.VERSION_ACTIVATED, seen, by);
    }

    @Override
    public RegisteredConnector rollBack(String connector, int number, @Nullable String seen, Caller by) {
        return replace(connector, number, VersionStatus.RETIRED, AuditAction.VERSION_ROLLED_BACK, seen, by);
    }

    private RegisteredConnector replace(
            String connector, int number, VersionStatus from, AuditAction action, @Nullable String seen, Caller by) {
        requireStatus(version(connector, number, by), from);
        List<Problem> faults = check.faults(connector, text(connector, number));
        if (!faults.isEmpty()) {
            throw Refusals.invalid(
                    "Version %d has faults and was not activated; what ran before runs on".formatted(number), faults);
        }
        return changing(connector, by, row -> {
            requireSeen(row, seen);
            requireStatus(version(connector, number), from);
            versions.activated(connector, number, from, by, clock.instant());
            connectors.pause(connector, false);
            connectors.advanceRevision();
            String before = row.activeVersion() == null ? null : "in place of version " + row.activeVersion();
            record(by, row.agency(), action, connector, number, before);
            return find(connector, by);
        });
    }

    @Override
    public RegisteredConnector pause(String connector, @Nullable String seen, Caller by) {
        return pause(connector, true, AuditAction.CONNECTOR_PAUSED, seen, by);
    }

    @Override
    public RegisteredConnector resume(String connector, @Nullable String seen, Caller by) {
        return pause(connector, false, AuditAction.CONNECTOR_RESUMED, seen, by);
    }

    private RegisteredConnector pause(
            String connector, boolean pause, AuditAction action, @Nullable String seen, Caller by) {
        return changing(connector, by, row -> {
            requireSeen(row, seen);
            if (row.activeVersion() == null) {
                throw Refusals.neverActive();
            }
            if (row.paused() != pause) {
                connectors.pause(connector, pause);
                connectors.advanceRevision();
                record(by, row.agency(), action, connector, row.activeVersion(), null);
            }
            return find(connector, by);
        });
    }

    @Override
    public void delete(String connector, Caller by) {
        changing(connector, by, row -> {
            if (versions.everActive(connector)) {
                throw Refusals.conflict("The connector has been active, and what it did is kept; pause it instead");
            }
            connectors.delete(connector);
            record(by, row.agency(), AuditAction.CONNECTOR_DELETED, connector, null, null);
            return row;
        });
    }

    /** Does something to a connector while nobody else does. */
    private <T> T changing(String connector, Caller by, Function<ConnectorTable.Row, T> change) {
        return changing(() -> {
            connectors.lock(connector);
            return change.apply(connectors
                    .find(connector)
                    .filter(row -> by.mayTouch(row.agency()))
                    .orElseThrow(() -> Refusals.unknown(connector)));
        });
    }

    private <T> T changing(Supplier<T> change) {
        return Objects.requireNonNull(transactions.execute(transaction -> change.get()));
    }

    private void requireSeen(ConnectorTable.Row row, @Nullable String seen) {
        if (seen != null && !seen.equals(states.of(row).stateTag())) {
            throw Refusals.stale();
        }
    }

    private static void requireStatus(ConnectorVersion version, VersionStatus wanted) {
        if (version.status() != wanted) {
            throw Refusals.notYet(version, wanted);
        }
    }

    private ConnectorVersion version(String connector, int number) {
        return versions.find(connector, number).orElseThrow(() -> Refusals.unknown(connector, number));
    }

    private String text(String connector, int number) {
        return versions.text(connector, number).orElseThrow(() -> Refusals.unknown(connector, number));
    }

    private void record(
            Caller by,
            AgencyId agency,
            AuditAction action,
            String connector,
            @Nullable Integer version,
            @Nullable String detail) {
        audit.record(new AuditEvent(by.name(), agency, action, connector, version, detail));
    }
}
