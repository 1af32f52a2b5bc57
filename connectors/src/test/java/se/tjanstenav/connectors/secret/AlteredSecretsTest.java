package se.tjanstenav.connectors.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.connectors.registry.RegistryDatabase;

/** What somebody achieves who can write to the database. */
class AlteredSecretsTest {

    private static final AgencyId EKBYN = new AgencyId("ekbyn");
    private static final AgencyId LINDBY = new AgencyId("lindby");
    private static final SecretSlot KEY = new SecretSlot("ekbyn-key", "ekbyn-services", SecretField.API_KEY);
    private static final String VALUE = "distinctive-value";

    @TempDir
    private Path folder;

    private RegistryDatabase database;
    private StoredSecrets secrets;

    @BeforeEach
    void open() {
        database = RegistryDatabase.sqlite(folder, StoredSecretsContract.CLOCK, Map.of());
        SecretsHub.connector(database, "ekbyn-services", EKBYN);
        SecretsHub.connector(database, "lindby-services", LINDBY);
        secrets = SecretsHub.start(database, "k1");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void noticesAValueThatWasMovedFromAnotherRow() {
        secrets.store(KEY, EKBYN, VALUE, "Anna");
        SecretSlot lindbys = new SecretSlot("lindby-key", "lindby-services", SecretField.API_KEY);
        secrets.store(lindbys, LINDBY, "mine", "Eva");

        sql(
                "update secret set sealed = (select sealed from secret where name = 'ekbyn-key') where name = 'lindby-key'");

        assertThat(SecretsHub.fault(secrets, "lindby-services", SecretField.API_KEY, "lindby-key"))
                .contains("it was altered");
    }

    @Test
    void noticesARowThatWasGivenToAnotherConnectorNameOrField() {
        for (String change :
                new String[] {"connector = 'lindby-services'", "name = 'renamed'", "field = '/spec/auth/clientSecret'"
                }) {
            secrets.store(KEY, EKBYN, VALUE, "Anna");
            sql("update secret set " + change);
            StoredSecret moved = secrets.list(null, 0, 1).secrets().get(0);
            assertThat(SecretsHub.fault(
                            secrets,
                            moved.slot().connector(),
                            moved.slot().field(),
                            moved.slot().name()))
                    .contains("it was altered");
            sql("delete from secret");
        }
    }

    @Test
    void noticesAKeyIdThatWasChangedBack() {
        StoredSecrets both = SecretsHub.start(database, "k2", "k1");
        both.store(KEY, EKBYN, VALUE, "Anna");

        sql("update secret set key_id = 'k1'");

        assertThat(SecretsHub.fault(both, "ekbyn-services", SecretField.API_KEY, "ekbyn-key"))
                .contains("it was altered");
        assertThat(both.encryptAnew()).isEqualTo(1);
    }

    private void sql(String statement) {
        database.bean(JdbcClient.class).sql(statement).update();
    }
}
