package se.tjanstenav.connectors.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.connectors.audit.AuditAction;
import se.tjanstenav.connectors.audit.AuditEvent;
import se.tjanstenav.connectors.audit.AuditLog;

/** The keys in their table. A key's secret leaves this class once, in the {@link NewKey}. */
final class JdbcAccessKeys implements AccessKeys {

    private static final Logger log = LoggerFactory.getLogger(JdbcAccessKeys.class);

    private final KeyTable table;
    private final TransactionTemplate transactions;
    private final AuditLog audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    JdbcAccessKeys(KeyTable table, TransactionTemplate transactions, AuditLog audit, Clock clock) {
        this.table = table;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public NewKey create(KeyGrant grant, String by) {
        return transactions.execute(transaction -> insert(grant, by));
    }

    @Override
    public Optional<NewKey> createFirst(String title, String by) {
        // Nearly every start finds keys, and need not wait for whoever writes.
        if (table.count(null) > 0) {
            return Optional.empty();
        }
        return transactions.execute(transaction -> {
            table.lock();
            return table.count(null) > 0
                    ? Optional.empty()
                    : Optional.of(insert(new KeyGrant(title, Role.OPERATOR, null, null), by));
        });
    }

    private NewKey insert(KeyGrant grant, String by) {
        KeyText text = KeyText.random(random);
        AccessKey key = new AccessKey(text.id(), grant, by, now(), null, null, null);
        table.insert(new KeyTable.Row(key, text.sha256()));
        record(AuditAction.KEY_CREATED, key, by);
        return new NewKey(key, text.text());
    }

    @Override
    public Optional<AccessKey> find(String presented) {
        Optional<AccessKey> found = KeyText.of(presented)
                .flatMap(text -> table.byId(text.id()).filter(row -> text.hasSha256(row.sha256())))
                .map(KeyTable.Row::key)
                .filter(key -> key.isValidAt(clock.instant()));
        found.ifPresent(this::noteUse);
        return found;
    }

    private void noteUse(AccessKey key) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (key.lastUsed() != null && !key.lastUsed().isBefore(today)) {
            return;
        }
        try {
            transactions.executeWithoutResult(transaction -> table.used(key.id(), today));
        } catch (DataAccessException | TransactionException e) {
            log.warn("The use of key {} could not be noted; the next one will be", key.id(), e);
        }
    }

    @Override
    public Optional<AccessKey> byId(String id) {
        return table.byId(id).map(KeyTable.Row::key);
    }

    @Override
    public Page list(@Nullable AgencyId agency, int offset, int limit) {
        return new Page(table.list(agency, offset, limit), table.count(agency));
    }

    @Override
    public void revoke(String id, String by) {
        transactions.executeWithoutResult(transaction -> {
            table.lock();
            byId(id).filter(key -> key.revokedAt() == null).ifPresent(key -> {
                if (key.grant().role() == Role.OPERATOR
                        && key.isValidAt(clock.instant())
                        && table.validOperatorKeysBut(id, clock.instant()) == 0) {
                    throw new LastOperatorKeyException(id);
                }
                table.revoke(id, by, now());
                record(AuditAction.KEY_REVOKED, key, by);
            });
        });
    }

    private void record(AuditAction action, AccessKey key, String by) {
        audit.record(new AuditEvent(
                by, key.grant().agency(), action, null, null, key.caller().name()));
    }

    /** As exact as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
