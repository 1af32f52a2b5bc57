package se.tjanstenav.connectors.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.connectors.audit.AuditLog;
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
        SecretsHub.connector(database, "ekbyn-services", EKBYN);
        SecretsHub.connector(database, "ekbyn-times", EKBYN);
        SecretsHub.connector(database, "lindby-services", LINDBY);
        secrets = hub("k1");
    }

    @AfterEach
    void close() {
        database.close();
    }

    private StoredSecrets hub(String... keys) {
        return SecretsHub.start(database, keys);
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
        return SecretsHub.fault(from, connector, field, name);
    }

    @Test
    void tellsWhatToDoSoThatASecretCanBeRead() {
        secrets.store(KEY, EKBYN, VALUE, "Anna");
        Secrets own = secrets.of("ekbyn-services");

        assertThat(own.remedy("ekbyn-other", SecretField.TRUST))
                .isEqualTo("Store it with PUT /registry/v1/secrets/ekbyn-other for the connector 'ekbyn-services'"
                        + " and the field /spec/tls/trust.");
        assertThat(own.remedy("ekbyn-key", SecretField.TRUST))
                .startsWith("It can be used for /spec/auth/key only; store it with PUT");
        assertThat(hub("k2").of("ekbyn-services").remedy("ekbyn-key", SecretField.API_KEY))
                .startsWith("Ask the operator for the key 'k1' in tjanstenav.secrets.keys, or store it");
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
}
