package se.tjanstenav.connectors.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.connectors.Connectors;
import se.tjanstenav.connectors.Feed;
import se.tjanstenav.connectors.access.Caller;
import se.tjanstenav.connectors.access.Role;
import se.tjanstenav.connectors.audit.AuditLog;
import se.tjanstenav.connectors.descriptor.Problem;
import se.tjanstenav.connectors.registry.RegistryException.Code;

/** What the registry promises, on whichever database. */
abstract class RegistryContract {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T08:00:00Z"), ZoneOffset.UTC);
    private static final AgencyId EKBYN = new AgencyId("ekbyn");
    private static final Caller ANNA = new Caller("Anna (k1)", Role.AGENCY, EKBYN);
    private static final Caller BO = new Caller("Bo (k2)", Role.AGENCY, EKBYN);
    private static final Caller NEIGHBOUR = new Caller("Granne (k3)", Role.AGENCY, new AgencyId("granne"));
    private static final Caller OPERATOR = new Caller("Drift (k0)", Role.OPERATOR, null);
    private static final Registry.Query ALL = new Registry.Query(null, 0, 20);

    private RegistryDatabase database;
    private Registry registry;
    private Connectors connectors;

    abstract RegistryDatabase database(Map<String, String> properties);

    @BeforeEach
    void open() {
        use(database(Map.of()));
    }

    private void use(RegistryDatabase other) {
        database = other;
        registry = database.bean(Registry.class);
        connectors = database.bean(Connectors.class);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aVersionGoesFromDraftToActive() {
        ConnectorVersion draft = registry.register(Texts.ekbyn(), TextFormat.YAML, ANNA);
        assertThat(draft.status()).isEqualTo(VersionStatus.DRAFT);
        assertThat(draft.number()).isEqualTo(1);
        assertThat(draft.posted()).isEqualTo(new Deed("Anna (k1)", CLOCK.instant()));
        assertThat(state()).isEqualTo(ConnectorState.DRAFT);

        assertThat(registry.validate("ekbyn", 1, ANNA).status()).isEqualTo(VersionStatus.VALIDATED);
        assertThat(state()).isEqualTo(ConnectorState.VALIDATED);
        assertThat(registry.approve("ekbyn", 1, BO).approved()).isEqualTo(new Deed("Bo (k2)", CLOCK.instant()));
        assertThat(state()).isEqualTo(ConnectorState.APPROVED);
        assertThat(feeds()).isEmpty();

        assertThat(registry.activate("ekbyn", 1, null, ANNA).state()).isEqualTo(ConnectorState.ACTIVE);
        assertThat(connectors.refresh()).isTrue();
        assertThat(feeds()).containsExactly("ekbyn/services");
    }

    @Test
    void aNewVersionTakesThePlaceOfTheOldWhichCanBeRolledBackTo() {
        activate(Texts.ekbyn("Ett"));
        connectors.refresh();
        activate(Texts.ekbyn("Två"));
        connectors.refresh();
        assertThat(title()).isEqualTo("Två");
        assertThat(registry.version("ekbyn", 1, ANNA).status()).isEqualTo(VersionStatus.RETIRED);

        refused(Code.CONFLICT, () -> registry.activate("ekbyn", 1, null, ANNA));
        RegisteredConnector back = registry.rollBack("ekbyn", 1, null, BO);
        connectors.refresh();
        assertThat(back.activeVersion()).isEqualTo(1);
        assertThat(title()).isEqualTo("Ett");
        assertThat(registry.version("ekbyn", 2, ANNA).status()).isEqualTo(VersionStatus.RETIRED);
        refused(Code.CONFLICT, () -> registry.rollBack("ekbyn", 1, null, BO));
    }

    @Test
    void whatHasNotChangedStaysTheSameFeed() {
        activate(Texts.ekbyn());
        connectors.refresh();
        Feed before = connectors.feeds().get(0);

        registry.register(Texts.bytes(Texts.EKBYN.replace("id: ekbyn,", "id: other,")), TextFormat.YAML, ANNA);
        registry.addVersion("ekbyn", Texts.ekbyn("Nytt"), TextFormat.YAML, ANNA);
        assertThat(connectors.refresh()).isFalse();
        assertThat(connectors.feeds()).containsExactly(before);
    }

    @Test
    void aPausedConnectorRunsNotAndIsResumedAsItWas() {
        activate(Texts.ekbyn());
        connectors.refresh();

        assertThat(registry.pause("ekbyn", null, ANNA).state()).isEqualTo(ConnectorState.PAUSED);
        assertThat(connectors.refresh()).isTrue();
        assertThat(feeds()).isEmpty();
        long rows = database.count("audit");
        registry.pause("ekbyn", null, ANNA);
        assertThat(database.count("audit")).isEqualTo(rows);

        assertThat(registry.resume("ekbyn", null, ANNA).state()).isEqualTo(ConnectorState.ACTIVE);
        connectors.refresh();
        assertThat(feeds()).containsExactly("ekbyn/services");
    }

    @Test
    void whatIsNotYetAllowedIsAConflict() {
        registry.register(Texts.ekbyn(), TextFormat.YAML, ANNA);

        refused(Code.CONFLICT, () -> registry.approve("ekbyn", 1, BO));
        refused(Code.CONFLICT, () -> registry.activate("ekbyn", 1, null, ANNA));
        refused(Code.CONFLICT, () -> registry.pause("ekbyn", null, ANNA));
        refused(Code.CONFLICT, () -> registry.resume("ekbyn", null, ANNA));
        refused(Code.CONFLICT, () -> registry.rollBack("ekbyn", 1, null, ANNA));
        refused(Code.UNKNOWN_VERSION, () -> registry.validate("ekbyn", 2, ANNA));
        refused(Code.CONFLICT, () -> registry.register(Texts.ekbyn(), TextFormat.YAML, ANNA));
        assertThat(registry.versions("ekbyn", ANNA)).hasSize(1);
    }

    @Test
    void whoeverHasPostedAVersionDoesNotApproveIt() {
        registry.register(Texts.ekbyn(), TextFormat.YAML, ANNA);
        registry.validate("ekbyn", 1, ANNA);

        refused(Code.NOT_ALLOWED, () -> registry.approve("ekbyn", 1, ANNA));
        assertThat(registry.approve("ekbyn", 1, OPERATOR).status()).isEqualTo(VersionStatus.APPROVED);
    }

    @Test
    void theOperatorDecidesWhoApproves() {
        database.close();
        use(database(Map.of("tjanstenav.registry.approval", "operator")));
        registry.register(Texts.ekbyn(), TextFormat.YAML, ANNA);
        registry.validate("ekbyn", 1, ANNA);
        refused(Code.NOT_ALLOWED, () -> registry.approve("ekbyn", 1, BO));
        registry.approve("ekbyn", 1, OPERATOR);
        database.close();

        use(database(Map.of("tjanstenav.registry.approval", "anyone")));
        registry.register(Texts.bytes(Texts.EKBYN.replace("id: ekbyn,", "id: alone,")), TextFormat.YAML, ANNA);
        registry.validate("alone", 1, ANNA);
        assertThat(registry.approve("alone", 1, ANNA).status()).isEqualTo(VersionStatus.APPROVED);
    }

    @Test
    void onlyTheOperatorLetsAConnectorSpeakForOthers() {
        registry.register(Texts.speakingFor("granne"), TextFormat.YAML, ANNA);
        registry.validate("ekbyn", 1, ANNA);

        refused(Code.NOT_ALLOWED, () -> registry.approve("ekbyn", 1, BO));
        assertThat(registry.approve("ekbyn", 1, OPERATOR).status()).isEqualTo(VersionStatus.APPROVED);
    }

    @Test
    void onlyTheOperatorLetsAConnectorDefineNationalConcepts() {
        registry.register(Texts.definingConcepts(), TextFormat.YAML, ANNA);
        registry.validate("ekbyn", 1, ANNA);

        refused(Code.NOT_ALLOWED, () -> registry.approve("ekbyn", 1, BO));
        assertThat(registry.approve("ekbyn", 1, OPERATOR).status()).isEqualTo(VersionStatus.APPROVED);
    }

    @Test
    void whatIsAnothersIsUnknown() {
        registry.register(Texts.ekbyn(), TextFormat.YAML, ANNA);

        refused(Code.UNKNOWN_CONNECTOR, () -> registry.find("ekbyn", NEIGHBOUR));
        refused(Code.UNKNOWN_CONNECTOR, () -> registry.versions("ekbyn", NEIGHBOUR));
        refused(Code.UNKNOWN_CONNECTOR, () -> registry.version("ekbyn", 1, NEIGHBOUR));
        refused(Code.UNKNOWN_CONNECTOR, () -> registry.text("ekbyn", 1, NEIGHBOUR));
        refused(Code.UNKNOWN_CONNECTOR, () -> registry.addVersion("ekbyn", Texts.ekbyn(), TextFormat.YAML, NEIGHBOUR));
        refused(Code.UNKNOWN_CONNECTOR, () -> registry.validate("ekbyn", 1, NEIGHBOUR));
        refused(Code.UNKNOWN_CONNECTOR, () -> registry.approve("ekbyn", 1, NEIGHBOUR));
        refused(Code.UNKNOWN_CONNECTOR, () -> registry.activate("ekbyn", 1, null, NEIGHBOUR));
        refused(Code.UNKNOWN_CONNECTOR, () -> registry.rollBack("ekbyn", 1, null, NEIGHBOUR));
        refused(Code.UNKNOWN_CONNECTOR, () -> registry.pause("ekbyn", null, NEIGHBOUR));
        refused(Code.UNKNOWN_CONNECTOR, () -> registry.resume("ekbyn", null, NEIGHBOUR));
        refused(Code.UNKNOWN_CONNECTOR, () -> registry.delete("ekbyn", NEIGHBOUR));
        refused(Code.UNKNOWN_CONNECTOR, () -> registry.find("no-such", NEIGHBOUR));
        assertThat(registry.list(ALL, NEIGHBOUR).connectors()).isEmpty();
        assertThat(registry.list(new Registry.Query(EKBYN, 0, 20), NEIGHBOUR).total())
                .isZero();
        assertThat(registry.list(ALL, BO).connectors()).hasSize(1);
        assertThat(registry.list(ALL, OPERATOR).total()).isEqualTo(1);
    }

    @Test
    void anAgencyRegistersOnlyItselfAndAConnectorNeverChangesHands() {
        refused(Code.INVALID_DESCRIPTOR, () -> registry.register(Texts.ekbyn(), TextFormat.YAML, NEIGHBOUR));
        assertThat(database.count("connector")).isZero();

        registry.register(Texts.ekbyn(), TextFormat.YAML, ANNA);
        byte[] otherAgency = Texts.bytes(Texts.EKBYN.replace("agency: ekbyn", "agency: granne"));
        byte[] otherId = Texts.bytes(Texts.EKBYN.replace("id: ekbyn,", "id: other,"));
        refused(Code.INVALID_DESCRIPTOR, () -> registry.addVersion("ekbyn", otherAgency, TextFormat.YAML, OPERATOR));
        refused(Code.INVALID_DESCRIPTOR, () -> registry.addVersion("ekbyn", otherId, TextFormat.YAML, ANNA));
        assertThat(database.count("connector_version")).isEqualTo(1);
    }

    @Test
    void aMissingSecretIsAFaultThatSaysHowToStoreIt() {
        registry.register(Texts.withSecret(), TextFormat.YAML, ANNA);

        ConnectorVersion version = registry.validate("ekbyn", 1, ANNA);

        assertThat(version.status()).isEqualTo(VersionStatus.DRAFT);
        assertThat(version.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/spec/auth/key/secret");
            assertThat(fault.line()).isEqualTo(6);
            assertThat(fault.column()).isEqualTo(45);
            assertThat(fault.remedy()).contains("PUT /registry/v1/secrets/ekbyn-key");
        });
        assertThat(registry.version("ekbyn", 1, BO).faults()).isEqualTo(version.faults());
        refused(Code.CONFLICT, () -> registry.approve("ekbyn", 1, BO));
    }

    @Test
    void whoeverHasSeenAnotherStateChangesNothing() {
        RegisteredConnector active = activate(Texts.ekbyn());

        RegisteredConnector paused = registry.pause("ekbyn", active.stateTag(), ANNA);
        refused(Code.STALE, () -> registry.resume("ekbyn", active.stateTag(), ANNA));
        assertThat(registry.resume("ekbyn", paused.stateTag(), ANNA).state()).isEqualTo(ConnectorState.ACTIVE);
    }

    @Test
    void aConnectorThatWasNeverActiveCanBeRemoved() {
        registry.register(Texts.ekbyn(), TextFormat.YAML, ANNA);
        registry.delete("ekbyn", ANNA);
        assertThat(database.count("connector")).isZero();
        assertThat(database.count("connector_version")).isZero();

        activate(Texts.ekbyn());
        refused(Code.CONFLICT, () -> registry.delete("ekbyn", ANNA));
    }

    @Test
    void everyChangeLeavesARowThatTellsWho() {
        activate(Texts.ekbyn());
        registry.pause("ekbyn", null, BO);

        assertThat(database.bean(AuditLog.class)
                        .list(new AuditLog.Query(EKBYN, "ekbyn", 0, 20))
                        .entries())
                .extracting(row -> row.event().by() + " " + row.event().action() + " "
                        + row.event().version())
                .containsExactly(
                        "Bo (k2) CONNECTOR_PAUSED 1",
                        "Anna (k1) VERSION_ACTIVATED 1",
                        "Bo (k2) VERSION_APPROVED 1",
                        "Anna (k1) VERSION_VALIDATED 1",
                        "Anna (k1) CONNECTOR_REGISTERED 1");
    }

    @Test
    void keepsTheVeryText() {
        byte[] json = Texts.bytes("""
                {\t"apiVersion": "tjanstenav/v1", "kind": "Connector",
                \t"metadata": {"id": "ekbyn", "agency": "ekbyn", "title": "Ekbyn", "owner": "it@ekbyn.example"},
                \t"spec": {"egress": {"hosts": ["api.ekbyn.example"]}, "feeds": [{"name": "services",
                \t\t"kind": "services", "schedule": {"every": "1h"}, "request": {"path": "/v1"},
                \t\t"response": {"format": "json", "records": "/items", "id": "/id"},
                \t\t"mapping": {"language": "jsonata", "expression": "{'code': id}"}}]}}
                """);
        ConnectorVersion version = registry.register(json, TextFormat.JSON, ANNA);

        assertThat(registry.text("ekbyn", 1, ANNA).getBytes(StandardCharsets.UTF_8))
                .isEqualTo(json);
        assertThat(version.format()).isEqualTo(TextFormat.JSON);
        assertThat(version.sha256()).matches("[0-9a-f]{64}");
        assertThat(registry.validate("ekbyn", 1, ANNA).faults()).isEmpty();
    }

    @Test
    void postsAtOnceGetNumbersWithoutGaps() throws Exception {
        registry.register(Texts.ekbyn(), TextFormat.YAML, ANNA);
        List<Callable<Object>> posts = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            byte[] text = Texts.ekbyn("Titel " + i);
            posts.add(() -> registry.addVersion("ekbyn", text, TextFormat.YAML, ANNA));
        }
        assertThat(atOnce(posts)).isEqualTo(20);

        assertThat(registry.versions("ekbyn", ANNA))
                .extracting(ConnectorVersion::number)
                .startsWith(21, 20)
                .endsWith(2, 1)
                .hasSize(21);
    }

    @Test
    void ofManyWhoActivateOrRollBackAtOnceOneWinsAndOneVersionIsActive() throws Exception {
        activate(Texts.ekbyn("Ett"));
        approve(registry.addVersion("ekbyn", Texts.ekbyn("Två"), TextFormat.YAML, ANNA));
        approve(registry.addVersion("ekbyn", Texts.ekbyn("Tre"), TextFormat.YAML, ANNA));
        String seen = registry.find("ekbyn", ANNA).stateTag();

        int won = atOnce(List.of(
                () -> registry.activate("ekbyn", 2, seen, ANNA),
                () -> registry.activate("ekbyn", 3, seen, ANNA),
                () -> registry.pause("ekbyn", seen, BO)));

        assertThat(won).isEqualTo(1);
        assertThat(registry.versions("ekbyn", ANNA))
                .filteredOn(version -> version.status() == VersionStatus.ACTIVE)
                .hasSize(1);
    }

    @Test
    void ofManyWhoRegisterTheSameIdAtOnceOneWins() throws Exception {
        List<Callable<Object>> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            all.add(() -> registry.register(Texts.ekbyn(), TextFormat.YAML, ANNA));
        }
        assertThat(atOnce(all)).isEqualTo(1);
        assertThat(database.count("connector_version")).isEqualTo(1);
    }

    private RegisteredConnector activate(byte[] text) {
        ConnectorVersion version = registry.list(ALL, ANNA).total() == 0
                ? registry.register(text, TextFormat.YAML, ANNA)
                : registry.addVersion("ekbyn", text, TextFormat.YAML, ANNA);
        approve(version);
        return registry.activate("ekbyn", version.number(), null, ANNA);
    }

    private void approve(ConnectorVersion version) {
        ConnectorVersion validated = registry.validate("ekbyn", version.number(), ANNA);
        assertThat(validated.faults()).extracting(Problem::problem).isEmpty();
        registry.approve("ekbyn", version.number(), BO);
    }

    private ConnectorState state() {
        return registry.find("ekbyn", ANNA).state();
    }

    private String title() {
        return connectors.feeds().get(0).registration().title();
    }

    private List<String> feeds() {
        return connectors.feeds().stream().map(feed -> feed.id().path()).toList();
    }

    private static void refused(Code code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(RegistryException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }

    /** How many succeed; the others are refused by the registry, not by the database. */
    private static int atOnce(List<Callable<Object>> calls) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        int succeeded = 0;
        for (Future<Object> each : pool.invokeAll(calls)) {
            try {
                each.get();
                succeeded++;
            } catch (ExecutionException e) {
                assertThat(e.getCause()).isInstanceOf(RegistryException.class);
            }
        }
        pool.shutdown();
        return succeeded;
    }
}
