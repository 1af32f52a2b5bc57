package se.tjanstenav.connectors.secret;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.connectors.audit.AuditAction;
import se.tjanstenav.connectors.audit.AuditEvent;
import se.tjanstenav.connectors.audit.AuditLog;

/** The secrets in their table. */
final class JdbcStoredSecrets implements StoredSecrets {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcStoredSecrets.class);

    private final SecretTable table;
    private final SecretKeys keys;
    private final TransactionTemplate transactions;
    private final AuditLog audit;
    private final Clock clock;
    /** One for each connector, so that what it masks is known to all who read for the connector. */
    private final Map<String, ConnectorSecrets> connectors = new ConcurrentHashMap<>();

    JdbcStoredSecrets(
            SecretTable table, SecretKeys keys, TransactionTemplate transactions, AuditLog audit, Clock clock) {
        this.table = table;
        this.keys = keys;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Secrets of(String connector) {
        return connectors.computeIfAbsent(connector, id -> new ConnectorSecrets(id, table, keys));
    }

    @Override
    public Stored store(SecretSlot slot, AgencyId agency, String value, String by) {
        SecretKeys.Active key = keys.active().orElseThrow(NoSecretsKeyException::new);
        requireUsable(value);
        StoredSecret secret = new StoredSecret(slot, agency, key.id(), by, clock.instant());
        SecretTable.Row row = new SecretTable.Row(secret, Seal.close(value, slot, key));
        return transactions.execute(transaction -> {
            boolean before = table.find(slot.name()).isPresent();
            if (!table.put(row)) {
                return Stored.REFUSED;
            }
            written(secret, AuditAction.SECRET_STORED, by);
            return before ? Stored.REPLACED : Stored.CREATED;
        });
    }

    private static void requireUsable(String value) {
        int bytes;
        try {
            bytes = StandardCharsets.UTF_8
                    .newEncoder()
                    .encode(CharBuffer.wrap(value))
                    .remaining();
        } catch (CharacterCodingException e) {
            // Without the cause, since that may tell of the value.
            throw new IllegalArgumentException("The value is no Unicode text");
        }
        if (bytes == 0 || bytes > MAX_BYTES) {
            throw new IllegalArgumentException("The value must have 1 to 65536 bytes in UTF-8");
        }
    }

    private void written(StoredSecret secret, AuditAction action, String by) {
        table.advanceRevision();
        SecretSlot slot = secret.slot();
        audit.record(new AuditEvent(
                by, secret.agency(), action, slot.connector(), null, slot.name() + " for " + slot.field()));
    }

    @Override
    public Optional<StoredSecret> find(String name) {
        return table.find(name).map(SecretTable.Row::secret);
    }

    @Override
    public Page list(@Nullable AgencyId agency, int offset, int limit) {
        return new Page(table.list(agency, offset, limit), table.count(agency));
    }

    @Override
    public boolean delete(String name, String by) {
        return transactions.execute(transaction -> {
            Optional<StoredSecret> before = find(name);
            if (before.isEmpty() || !table.delete(name)) {
                return false;
            }
            written(before.get(), AuditAction.SECRET_DELETED, by);
            return true;
        });
    }

    @Override
    public int encryptAnew() {
        return keys.active().map(this::encryptAnew).orElse(0);
    }

    private int encryptAnew(SecretKeys.Active active) {
        int left = 0;
        for (String name : table.namesNotEncryptedWith(active.id())) {
            if (!Boolean.TRUE.equals(transactions.execute(transaction -> encryptAnew(name, active)))) {
                left++;
                LOG.warn(
                        "The secret '{}' could not be encrypted with the active key: its own key is not configured, or it was altered",
                        name);
            }
        }
        return left;
    }

    private boolean encryptAnew(String name, SecretKeys.Active active) {
        Optional<SecretTable.Row> found = table.find(name);
        if (found.isEmpty()) {
            return true;
        }
        StoredSecret secret = found.get().secret();
        Optional<SecretKey> key = keys.find(secret.keyId());
        Optional<String> value =
                key.flatMap(known -> Seal.open(found.get().sealed(), secret.slot(), secret.keyId(), known));
        value.ifPresent(
                known -> table.encryptedAnew(found.get(), active.id(), Seal.close(known, secret.slot(), active)));
        return value.isPresent();
    }
}
