package se.tjanstenav.connectors.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Base64;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.PlatformTransactionManager;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.connectors.audit.AuditLog;
import se.tjanstenav.connectors.fault.FaultCode;
import se.tjanstenav.connectors.fault.SourceException;
import se.tjanstenav.connectors.registry.RegistryDatabase;

/** Starts what a hub has of secrets, again and again on one database. */
final class SecretsHub {

    private SecretsHub() {}

    static void connector(RegistryDatabase database, String id, AgencyId agency) {
        database.bean(JdbcClient.class)
                .sql("insert into connector (id, agency, registered_at) values (:id, :agency, 0)")
                .param("id", id)
                .param("agency", agency.value())
                .update();
    }

    /** The secrets as a hub has them that starts with these keys, the first of them active. */
    static StoredSecrets start(RegistryDatabase database, String... keys) {
        MockEnvironment environment = new MockEnvironment();
        for (String id : keys) {
            byte[] key = new byte[32];
            Arrays.fill(key, (byte) id.hashCode());
            environment.setProperty(
                    "tjanstenav.secrets.keys." + id, Base64.getEncoder().encodeToString(key));
        }
        if (keys.length > 0) {
            environment.setProperty("tjanstenav.secrets.active-key", keys[0]);
        }
        return new SecretsConfiguration()
                .storedSecrets(
                        environment,
                        database.bean(JdbcClient.class),
                        database.bean(PlatformTransactionManager.class),
                        database.bean(AuditLog.class),
                        StoredSecretsContract.CLOCK);
    }

    /** What a connector is told that cannot read a secret. */
    static String fault(StoredSecrets from, String connector, SecretField field, String name) {
        try {
            from.of(connector).read(name, field);
            throw new AssertionError("was read");
        } catch (SourceException e) {
            assertThat(e.code()).isEqualTo(FaultCode.MISSING_SECRET);
            return e.fault().detail();
        }
    }
}
