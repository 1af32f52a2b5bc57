package se.tjanstenav.connectors.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.PlatformTransactionManager;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.connectors.audit.AuditLog;
import se.tjanstenav.connectors.fault.FaultCode;
import se.tjanstenav.connectors.fault.SourceException;
import se.tjanstenav.connectors.registry.RegistryDatabase;

/** What the store of secrets promises, on whichever database. */
abstract class StoredSecretsContract {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T08:00:00Z"), ZoneOffset.UTC);
    private static final AgencyId EKBYN = new AgencyId("ekbyn");
    private static final AgencyId LINDBY = new AgencyId("lindby");
    private static final SecretSlot KEY = new SecretSlot("ekbyn-key", "ekbyn-services", SecretField.API_KEY);
    private static final String VALUE = "distinctive-value-å€";

    private RegistryDatabase database;
    private StoredSecrets secrets;

    abstract RegistryDatabase database();

    @BeforeEach
    void open() {
        database = database();
        connector("ekbyn-services", EKBYN);
        connector("ekbyn-times", EKBYN);
        connector("lindby-services", LINDBY);
        secrets = hub("k1");
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void connector(String id, AgencyId agency) {
        database.bean(JdbcClient.class)
                .sql("insert into connector (id, agency, registered_at) values (:id, :agency, 0)")
                .param("id", id)
                .param("agency", agency.value())
                .update();
    }

    /** The secrets as a hub has them that starts with these keys, the first of them active. */
    private StoredSecrets hub(String... keys) {
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
                        CLOCK);
    }

    @Test
    void givesASecretToItsConnectorForItsField() {
        assertThat(secrets.store(KEY, EKBYN, VALUE, "Anna (k7)")).isEqualTo(StoredSecrets.Stored.CREATED);
        Secrets own = secrets.of("ekbyn-services");

        assertThat(own.has("ekbyn-key", SecretField.API_KEY)).isTrue();
        assertThat(own.read("ekbyn-key", SecretField.API_KEY).reveal()).isEqualTo(VALUE);
        assertThat(own.mask("was " + VALUE)).isEqualTo("was ***");
    }

    @Test
    void givesASecretToNoOtherConnectorAndDoesNotTellThatThereIsOne() {
        secrets.store(KEY, EKBYN, VALUE, "Anna");
        for (String other : new String[] {"ekbyn-times", "lindby-services"}) {
            assertThat(secrets.of(other).has("ekbyn-key", SecretField.API_KEY)).isFalse();
            assertThat(fault(secrets, other, SecretField.API_KEY))
                    .isEqualTo(fault(secrets, other, SecretField.API_KEY, "unknown-key")
                            .replace("unknown-key", "ekbyn-key"))
                    .startsWith("The secret 'ekbyn-key' is not stored for /spec/auth/key of the connector '" + other);
        }
    }

    @Test
    void givesASecretForNoOtherField() {
        secrets.store(new SecretSlot("ekbyn-oauth", "ekbyn-services", SecretField.CLIENT_SECRET), EKBYN, VALUE, "Anna");
        for (SecretField field : SecretField.values()) {
            if (field != SecretField.CLIENT_SECRET) {
                assertThat(secrets.of("ekbyn-services").has("ekbyn-oauth", field))
                        .isFalse();
                assertThat(fault(secrets, "ekbyn-services", field, "ekbyn-oauth"))
                        .startsWith(
                                "The secret 'ekbyn-oauth' is stored for /spec/auth/clientSecret and cannot be used for "
                                        + field.pointer());
            }
        }
    }

    private static String fault(StoredSecrets from, String connector, SecretField field) {
        return fault(from, connector, field, "ekbyn-key");
    }

    private static String fault(StoredSecrets from, String connector, SecretField field, String name) {
        try {
            from.of(connector).read(name, field);
            throw new AssertionError("was read");
        } catch (SourceException e) {
            assertThat(e.code()).isEqualTo(FaultCode.MISSING_SECRET);
            assertThat(e.fault().detail()).doesNotContain(VALUE);
            return e.fault().detail();
        }
    }

    @Test
    void replacesAValueAtOnceAndMasksBoth() {
        secrets.store(KEY, EKBYN, "first-value", "Anna");
        Secrets own = secrets.of("ekbyn-services");
        own.read("ekbyn-key", SecretField.API_KEY);

        assertThat(secrets.store(KEY, EKBYN, "second-value", "Bo")).isEqualTo(StoredSecrets.Stored.REPLACED);

        assertThat(own.read("ekbyn-key", SecretField.API_KEY).reveal()).isEqualTo("second-value");
        assertThat(own.mask("first-value second-value")).isEqualTo("*** ***");
        assertThat(secrets.find("ekbyn-key")).contains(new StoredSecret(KEY, EKBYN, "k1", "Bo", CLOCK.instant()));
    }

    @Test
    void leavesANameToTheConnectorThatHasIt() {
        secrets.store(KEY, EKBYN, VALUE, "Anna");
        SecretSlot other = new SecretSlot("ekbyn-key", "lindby-services", SecretField.API_KEY);

        assertThat(secrets.store(other, LINDBY, "mine", "Eva")).isEqualTo(StoredSecrets.Stored.REFUSED);

        assertThat(secrets.of("ekbyn-services")
                        .read("ekbyn-key", SecretField.API_KEY)
                        .reveal())
                .isEqualTo(VALUE);
        assertThat(database.count("audit")).isEqualTo(1);
    }

    @Test
    void storesNothingForAConnectorThatTheAgencyDoesNotHave() {
        SecretSlot unknown = new SecretSlot("some-key", "unknown", SecretField.API_KEY);
        SecretSlot foreign = new SecretSlot("some-key", "ekbyn-services", SecretField.API_KEY);

        assertThat(secrets.store(unknown, EKBYN, VALUE, "Anna")).isEqualTo(StoredSecrets.Stored.REFUSED);
        assertThat(secrets.store(foreign, LINDBY, VALUE, "Eva")).isEqualTo(StoredSecrets.Stored.REFUSED);
        assertThat(database.count("secret")).isZero();
        assertThat(database.count("audit")).isZero();
    }

    @Test
    void forgetsASecretOnRequestAndWithItsConnector() {
        secrets.store(KEY, EKBYN, VALUE, "Anna");
        assertThat(secrets.delete("ekbyn-key", "Anna")).isTrue();
        assertThat(secrets.delete("ekbyn-key", "Anna")).isFalse();
        assertThat(secrets.find("ekbyn-key")).isEmpty();

        secrets.store(KEY, EKBYN, VALUE, "Anna");
        database.bean(JdbcClient.class)
                .sql("delete from connector where id = 'ekbyn-services'")
                .update();
        assertThat(secrets.find("ekbyn-key")).isEmpty();
    }

    @Test
    void listsAnAgencysSecretsOnly() {
        secrets.store(KEY, EKBYN, VALUE, "Anna");
        secrets.store(new SecretSlot("lindby-pem", "lindby-services", SecretField.TRUST), LINDBY, VALUE, "Eva");

        assertThat(secrets.list(EKBYN, 0, 10).secrets())
                .extracting(secret -> secret.slot().name())
                .containsExactly("ekbyn-key");
        assertThat(secrets.list(EKBYN, 0, 10).total()).isEqualTo(1);
        assertThat(secrets.list(null, 1, 10).secrets())
                .extracting(secret -> secret.slot().name())
                .containsExactly("lindby-pem");
        assertThat(secrets.list(null, 1, 10).total()).isEqualTo(2);
    }

    @Test
    void recordsWhoDidItWithoutTheValue() {
        secrets.store(KEY, EKBYN, VALUE, "Anna (k7)");
        secrets.delete("ekbyn-key", "Bo (k8)");

        assertThat(database.bean(AuditLog.class)
                        .list(new AuditLog.Query(EKBYN, "ekbyn-services", 0, 10))
                        .entries())
                .extracting(entry -> entry.event().toString())
                .satisfiesExactly(
                        deleted -> assertThat(deleted)
                                .contains("Bo (k8)", "SECRET_DELETED", "ekbyn-key for /spec/auth/key"),
                        stored -> assertThat(stored)
                                .contains("Anna (k7)", "SECRET_STORED")
                                .doesNotContain(VALUE));
    }

    @Test
    void takesNoValueThatIsEmptyOrTooLongOrNoText() {
        for (String value : new String[] {"", "å".repeat(32 * 1024) + "x", "half \ud83d"}) {
            assertThatIllegalArgumentException().isThrownBy(() -> secrets.store(KEY, EKBYN, value, "Anna"));
        }
        assertThat(secrets.store(KEY, EKBYN, "å".repeat(32 * 1024), "Anna")).isEqualTo(StoredSecrets.Stored.CREATED);
    }

    @Test
    void storesNothingWithoutAKeyAndSaysHowToMakeOne() {
        StoredSecrets keyless = hub();
        assertThatThrownBy(() -> keyless.store(KEY, EKBYN, VALUE, "Anna"))
                .isInstanceOf(NoSecretsKeyException.class)
                .hasMessageContaining("openssl rand -base64 32")
                .hasMessageContaining("tjanstenav.secrets.keys");
        assertThat(database.count("secret")).isZero();
    }

    @Test
    void encryptsEverythingAnewWhenAHubStartsWithAnotherActiveKey() {
        secrets.store(KEY, EKBYN, VALUE, "Anna");

        StoredSecrets both = hub("k2", "k1");

        assertThat(both.find("ekbyn-key").orElseThrow().keyId()).isEqualTo("k2");
        assertThat(both.find("ekbyn-key").orElseThrow().setBy()).isEqualTo("Anna");
        assertThat(hub("k2")
                        .of("ekbyn-services")
                        .read("ekbyn-key", SecretField.API_KEY)
                        .reveal())
                .isEqualTo(VALUE);
    }

    @Test
    void tellsOfASecretWhoseKeyIsGoneAndLeavesItForWhenItIsBack() {
        secrets.store(KEY, EKBYN, VALUE, "Anna");

        StoredSecrets without = hub("k2");

        assertThat(without.of("ekbyn-services").has("ekbyn-key", SecretField.API_KEY))
                .isFalse();
        assertThat(fault(without, "ekbyn-services", SecretField.API_KEY))
                .startsWith(
                        "The secret 'ekbyn-key' is encrypted with the key 'k1', which is not among tjanstenav.secrets.keys");
        assertThat(without.encryptAnew()).isEqualTo(1);
        assertThat(hub("k1")
                        .of("ekbyn-services")
                        .read("ekbyn-key", SecretField.API_KEY)
                        .reveal())
                .isEqualTo(VALUE);
    }

    @Test
    void noticesAValueThatWasMovedFromAnotherRow() {
        secrets.store(KEY, EKBYN, VALUE, "Anna");
        SecretSlot lindbys = new SecretSlot("lindby-key", "lindby-services", SecretField.API_KEY);
        secrets.store(lindbys, LINDBY, "mine", "Eva");

        sql(
                "update secret set sealed = (select sealed from secret where name = 'ekbyn-key') where name = 'lindby-key'");

        assertThat(fault(secrets, "lindby-services", SecretField.API_KEY, "lindby-key"))
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
            assertThat(fault(
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
        StoredSecrets both = hub("k2", "k1");
        both.store(KEY, EKBYN, VALUE, "Anna");

        sql("update secret set key_id = 'k1'");

        assertThat(fault(both, "ekbyn-services", SecretField.API_KEY)).contains("it was altered");
        assertThat(both.encryptAnew()).isEqualTo(1);
    }

    private void sql(String statement) {
        database.bean(JdbcClient.class).sql(statement).update();
    }
}
