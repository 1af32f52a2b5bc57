package se.tjanstenav.connectors.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.connectors.access.Caller;
import se.tjanstenav.connectors.access.Role;
import se.tjanstenav.connectors.descriptor.Problem;
import se.tjanstenav.connectors.secret.SecretField;
import se.tjanstenav.connectors.secret.SecretSlot;
import se.tjanstenav.connectors.secret.StoredSecrets;
import se.tjanstenav.connectors.trial.DryRunReport;
import se.tjanstenav.connectors.trial.DryRunSettings;

/** Which secrets a trial may use, and for whom. */
class TrialsTest {

    private static final AgencyId EKBYN = new AgencyId("ekbyn");
    private static final Caller ANNA = new Caller("Anna (k1)", Role.AGENCY, EKBYN);
    private static final Caller BO = new Caller("Bo (k2)", Role.AGENCY, EKBYN);
    private static final Caller NEIGHBOUR = new Caller("Granne (k3)", Role.AGENCY, new AgencyId("granne"));
    private static final DryRunSettings SETTINGS = new DryRunSettings(1, null, Duration.ofSeconds(20));
    private static final String KEY = "/spec/auth/key/secret";

    private RegistryDatabase database;
    private Registry registry;
    private Trials trials;

    @BeforeEach
    void open(@TempDir Path folder) {
        String key = Base64.getEncoder().encodeToString(new byte[32]);
        database = RegistryDatabase.sqlite(
                folder,
                Clock.systemUTC(),
                Map.of("tjanstenav.secrets.keys.k1", key, "tjanstenav.secrets.active-key", "k1"));
        registry = database.bean(Registry.class);
        trials = database.bean(Trials.class);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void usesTheSecretsOfARegisteredConnectorForThoseWhoMayTouchIt() {
        assertThat(validate(Texts.withSecret(), ANNA))
                .extracting(Problem::pointer)
                .containsExactly(KEY);
        registerWithSecret();

        assertThat(validate(Texts.withSecret(), ANNA)).isEmpty();
        assertThat(validate(Texts.withSecret(), NEIGHBOUR))
                .as("that it exists is not told to others")
                .extracting(Problem::pointer)
                .containsExactly(KEY);
        DryRunReport report = trials.tryText(Texts.withSecret(), TextFormat.YAML, SETTINGS, ANNA);
        assertThat(report.result()).isEqualTo(DryRunReport.Result.FAULTY);
        assertThat(report.feeds()).singleElement().satisfies(feed -> assertThat(feed.fault())
                .as("api.ekbyn.example cannot be reached")
                .isNotNull());
    }

    @Test
    void sendsTheSecretsOfAnApprovedConnectorNowhereElse() {
        registerWithSecret();
        byte[] elsewhere = Texts.bytes(new String(Texts.withSecret(), StandardCharsets.UTF_8)
                .replace("[api.ekbyn.example]", "[api.ekbyn.example, collector.example]"));
        assertThat(trials.tryText(elsewhere, TextFormat.YAML, SETTINGS, ANNA).faults())
                .as("nothing was approved yet")
                .isEmpty();
        registry.validate("ekbyn", 1, ANNA);
        registry.approve("ekbyn", 1, BO);

        assertThat(trials.tryText(elsewhere, TextFormat.YAML, SETTINGS, ANNA).faults())
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.pointer()).isEqualTo(KEY);
                    assertThat(fault.problem()).contains("collector.example");
                });
        assertThat(trials.tryText(Texts.withSecret(), TextFormat.YAML, SETTINGS, ANNA)
                        .faults())
                .isEmpty();
        int second =
                registry.addVersion("ekbyn", elsewhere, TextFormat.YAML, ANNA).number();
        assertThat(trials.tryVersion("ekbyn", second, SETTINGS, ANNA).faults()).hasSize(1);
    }

    @Test
    void triesNothingInTheNameOfAnotherAgency() {
        registry.register(Texts.ekbyn(), TextFormat.YAML, ANNA);
        assertThatThrownBy(() -> trials.tryText(Texts.ekbyn(), TextFormat.YAML, SETTINGS, NEIGHBOUR))
                .isInstanceOfSatisfying(
                        RegistryException.class,
                        e -> assertThat(e.faults()).extracting(Problem::pointer).containsExactly("/metadata/agency"));
        byte[] usurped = Texts.bytes(Texts.EKBYN.replace("agency: ekbyn", "agency: granne"));
        assertThatThrownBy(() -> trials.tryText(usurped, TextFormat.YAML, SETTINGS, NEIGHBOUR))
                .isInstanceOfSatisfying(
                        RegistryException.class,
                        e -> assertThat(e.faults()).extracting(Problem::pointer).containsExactly("/metadata/id"));
    }

    @Test
    void readsWhateverIsSentAsFarAsItGoes() {
        assertThat(validate(Texts.bytes("metadata: {id: \"a\\0b\"}"), ANNA)).isNotEmpty();
        assertThat(validate(new byte[] {(byte) 0xFF, 0}, ANNA)).hasSize(1);
        assertThat(trials.tryText(new byte[0], TextFormat.YAML, SETTINGS, ANNA).result())
                .isEqualTo(DryRunReport.Result.INVALID_DESCRIPTOR);
        assertThat(trials.tryText(Texts.bytes("{"), TextFormat.JSON, SETTINGS, ANNA)
                        .faults())
                .hasSize(1);
    }

    private void registerWithSecret() {
        registry.register(Texts.withSecret(), TextFormat.YAML, ANNA);
        database.bean(StoredSecrets.class)
                .store(new SecretSlot("ekbyn-key", "ekbyn", SecretField.API_KEY), EKBYN, "a-secret-key-1", "Anna");
    }

    private List<Problem> validate(byte[] text, Caller by) {
        return trials.validate(text, TextFormat.YAML, by).faults();
    }
}
