package se.tjanstenav.connectors.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.connectors.registry.RegistryDatabase;

/** What the keys promise, on whichever database. */
abstract class AccessKeysContract {

    private static final AgencyId EKBYN = new AgencyId("ekbyn");
    private static final AgencyId LINDBY = new AgencyId("lindby");

    private final SteppedClock clock = new SteppedClock();
    private RegistryDatabase database;
    private AccessKeys keys;

    abstract RegistryDatabase database(Clock clock);

    @BeforeEach
    void open() {
        database = database(clock);
        keys = database.bean(AccessKeys.class);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void findsAKeyByItsTextAndTellsWhoseItIs() {
        NewKey made = keys.create(agencyKey(EKBYN), "Anna (k1)");

        AccessKey found = keys.find(made.text()).orElseThrow();

        assertThat(found).isEqualTo(made.key());
        assertThat(found.caller()).isEqualTo(new Caller("Portal (" + made.key().id() + ")", Role.AGENCY, EKBYN));
        assertThat(found.createdBy()).isEqualTo("Anna (k1)");
        assertThat(found.createdAt()).isEqualTo(clock.instant());
    }

    @Test
    void makesKeysThatNoTwoAreAlikeAndThatScannersKnow() {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            texts.add(keys.create(agencyKey(EKBYN), "test").text());
        }

        assertThat(texts).doesNotHaveDuplicates().allSatisfy(text -> assertThat(text)
                .matches("tjn_[0-9a-f]{12}_[0-9a-f]{72}"));
    }

    @Test
    void keepsAndShowsNothingThatOpens() {
        NewKey made = keys.create(agencyKey(EKBYN), "test");
        String secret = made.text().substring(17);

        String row = database.bean(JdbcClient.class)
                .sql("select * from access_key")
                .query()
                .singleRow()
                .toString();
        String audit = database.bean(JdbcClient.class)
                .sql("select * from audit")
                .query()
                .singleRow()
                .toString();
        assertThat(List.of(row, audit, made.toString(), made.key().toString()))
                .allSatisfy(shown -> assertThat(shown).doesNotContain(secret, secret.substring(0, 16)));
    }

    @Test
    void findsNothingByWhatIsNotTheWholeKey() {
        NewKey made = keys.create(agencyKey(EKBYN), "test");
        NewKey other = keys.create(agencyKey(LINDBY), "test");
        String text = made.text();
        KeyText forged = KeyText.of(text).orElseThrow();

        assertThat(List.of(
                        "",
                        forged.id(),
                        text + " ",
                        text.substring(0, text.length() - 1),
                        text.substring(0, 17) + other.text().substring(17),
                        text.replace("tjn_", "TJN_"),
                        text.substring(0, 60) + (text.charAt(60) == '0' ? '1' : '0') + text.substring(61),
                        "tjn_" + "%' or 1=1 --"))
                .allSatisfy(wrong -> assertThat(keys.find(wrong)).as(wrong).isEmpty());
    }

    @Test
    void refusesAKeyOfTheRightFormWhoseSecretIsAnother() {
        NewKey made = keys.create(agencyKey(EKBYN), "test");
        database.bean(JdbcClient.class)
                .sql("update access_key set sha256 = :other")
                .param("other", KeyText.random(new SecureRandom()).sha256())
                .update();

        assertThat(keys.find(made.text())).isEmpty();
    }

    @Test
    void refusesAKeyFromTheMomentItExpires() {
        Instant end = clock.instant().plusSeconds(60);
        NewKey made = keys.create(new KeyGrant("Short", Role.AGENCY, EKBYN, end), "test");

        clock.advance(Duration.ofSeconds(59));
        assertThat(keys.find(made.text())).isPresent();
        clock.advance(Duration.ofSeconds(1));
        assertThat(keys.find(made.text())).isEmpty();
    }

    @Test
    void refusesARevokedKeyAndRemembersWhoRevokedItFirst() {
        NewKey made = keys.create(agencyKey(EKBYN), "test");
        String id = made.key().id();

        keys.revoke(id, "Anna");
        clock.advance(Duration.ofDays(1));
        keys.revoke(id, "Bo");
        keys.revoke("000000000000", "Bo");

        assertThat(keys.find(made.text())).isEmpty();
        assertThat(keys.byId(id).orElseThrow().revokedBy()).isEqualTo("Anna");
        assertThat(database.count("audit")).isEqualTo(2);
    }

    @Test
    void notesTheDayOfUseWithOneWriteADay() {
        NewKey made = keys.create(agencyKey(EKBYN), "test");
        assertThat(made.key().lastUsed()).isNull();

        keys.find(made.text());
        assertThat(lastUsed(made)).isEqualTo(LocalDate.parse("2026-11-25"));
        database.bean(JdbcClient.class)
                .sql("update access_key set last_used = last_used + 1")
                .update();
        keys.find(made.text());
        assertThat(database.bean(JdbcClient.class)
                        .sql("select last_used from access_key")
                        .query(Long.class)
                        .single())
                .as("the second use of the day wrote nothing")
                .isEqualTo(Instant.parse("2026-11-25T00:00:00.001Z").toEpochMilli());

        clock.advance(Duration.ofDays(1));
        keys.find(made.text());
        assertThat(lastUsed(made)).isEqualTo(LocalDate.parse("2026-11-26"));
    }

    @Test
    void listsAnAgencysOwnPageByPage() {
        for (int i = 0; i < 5; i++) {
            keys.create(agencyKey(i % 2 == 0 ? EKBYN : LINDBY), "test");
            clock.advance(Duration.ofSeconds(1));
        }

        AccessKeys.Page page = keys.list(EKBYN, 1, 1);

        assertThat(page.total()).isEqualTo(3);
        assertThat(page.keys()).singleElement().satisfies(key -> assertThat(key.createdAt())
                .isEqualTo(Instant.parse("2026-11-25T08:00:02Z")));
        assertThat(keys.list(null, 0, 100).keys()).hasSize(5).isSortedAccordingTo((one, two) -> one.createdAt()
                .compareTo(two.createdAt()));
    }

    @Test
    void makesOneFirstKeyHoweverManyAskAtOnce() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        CountDownLatch together = new CountDownLatch(8);
        List<Future<Optional<NewKey>>> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            all.add(pool.submit(() -> {
                together.countDown();
                together.await();
                return keys.createFirst("First", "hub");
            }));
        }
        List<NewKey> made = new ArrayList<>();
        for (Future<Optional<NewKey>> each : all) {
            each.get().ifPresent(made::add);
        }
        pool.shutdown();

        assertThat(made).hasSize(1);
        assertThat(keys.find(made.get(0).text()).orElseThrow().caller().isOperator())
                .isTrue();
        assertThat(database.count("access_key")).isEqualTo(1);
    }

    @Test
    void makesNoFirstKeyWhereThereHasEverBeenOne() {
        NewKey made = keys.create(agencyKey(EKBYN), "test");
        keys.revoke(made.key().id(), "test");

        assertThat(keys.createFirst("First", "hub")).isEmpty();
    }

    @Test
    void neverRevokesTheLastValidKeyOfAnOperator() {
        NewKey lasting = keys.create(new KeyGrant("One", Role.OPERATOR, null, null), "test");
        NewKey expiring = keys.create(
                new KeyGrant("Two", Role.OPERATOR, null, clock.instant().plusSeconds(60)), "test");
        keys.create(agencyKey(EKBYN), "test");
        clock.advance(Duration.ofMinutes(2));

        keys.revoke(expiring.key().id(), "test");
        assertThatThrownBy(() -> keys.revoke(lasting.key().id(), "test"))
                .isInstanceOf(LastOperatorKeyException.class)
                .hasMessageContaining(lasting.key().id());

        assertThat(keys.find(lasting.text())).isPresent();
    }

    @Test
    void leavesAnOperatorAKeyHoweverManyAreRevokedAtOnce() throws Exception {
        List<NewKey> operators = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            operators.add(keys.create(new KeyGrant("Operator", Role.OPERATOR, null, null), "test"));
        }
        ExecutorService pool = Executors.newFixedThreadPool(6);
        List<Future<?>> all = new ArrayList<>();
        for (NewKey each : operators) {
            all.add(pool.submit(() -> keys.revoke(each.key().id(), "test")));
        }
        int refused = 0;
        for (Future<?> each : all) {
            try {
                each.get();
            } catch (ExecutionException e) {
                assertThat(e).hasCauseInstanceOf(LastOperatorKeyException.class);
                refused++;
            }
        }
        pool.shutdown();

        assertThat(refused).isEqualTo(1);
        assertThat(operators.stream().filter(key -> keys.find(key.text()).isPresent()))
                .hasSize(1);
    }

    private @Nullable LocalDate lastUsed(NewKey made) {
        return keys.byId(made.key().id()).orElseThrow().lastUsed();
    }

    private static KeyGrant agencyKey(AgencyId agency) {
        return new KeyGrant("Portal", Role.AGENCY, agency, null);
    }

    /** Stands still until it is told. */
    private static final class SteppedClock extends Clock {

        private volatile Instant now = Instant.parse("2026-11-25T08:00:00Z");

        void advance(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
