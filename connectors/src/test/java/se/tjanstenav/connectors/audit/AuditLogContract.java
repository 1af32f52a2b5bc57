package se.tjanstenav.connectors.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.connectors.registry.RegistryDatabase;

/** What the audit log promises, on whichever database. */
abstract class AuditLogContract {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T08:00:00Z"), ZoneOffset.UTC);
    private static final AgencyId EKBYN = new AgencyId("ekbyn");
    private static final AgencyId LINDBY = new AgencyId("lindby");

    private RegistryDatabase database;
    private AuditLog log;

    abstract RegistryDatabase database();

    @BeforeEach
    void open() {
        database = database();
        log = database.bean(AuditLog.class);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void tellsWhoDidWhatNewestFirst() {
        AuditEvent posted = event(EKBYN, AuditAction.VERSION_POSTED, "ekbyn-services");
        AuditEvent key = new AuditEvent("operator (k1)", null, AuditAction.KEY_CREATED, null, null, "for ekbyn");
        log.record(posted);
        log.record(key);

        AuditLog.Page page = log.list(new AuditLog.Query(null, null, 0, 10));

        assertThat(page.entries())
                .containsExactly(new AuditLog.Entry(CLOCK.instant(), key), new AuditLog.Entry(CLOCK.instant(), posted));
        assertThat(page.total()).isEqualTo(2);
    }

    @Test
    void showsAnAgencyOnlyWhatConcernsIt() {
        log.record(event(EKBYN, AuditAction.VERSION_POSTED, "a"));
        log.record(event(LINDBY, AuditAction.VERSION_POSTED, "b"));
        log.record(event(null, AuditAction.KEY_CREATED, null));

        AuditLog.Page page = log.list(new AuditLog.Query(EKBYN, null, 0, 10));

        assertThat(page.entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.event().connector()).isEqualTo("a"));
        assertThat(page.total()).isEqualTo(1);
    }

    @Test
    void isReadPageByPageAndByConnector() {
        for (int i = 0; i < 5; i++) {
            log.record(event(EKBYN, AuditAction.VERSION_POSTED, "c" + i % 2));
        }

        assertThat(log.list(new AuditLog.Query(null, null, 4, 2)).entries()).hasSize(1);
        assertThat(log.list(new AuditLog.Query(null, "c1", 0, 1)).total()).isEqualTo(2);
    }

    @Test
    void keepsNoRowOfAWriteThatWasUndone() {
        TransactionTemplate transaction = new TransactionTemplate(database.bean(PlatformTransactionManager.class));

        assertThatThrownBy(() -> transaction.executeWithoutResult(under -> {
                    log.record(event(EKBYN, AuditAction.VERSION_POSTED, "a"));
                    throw new IllegalStateException("undone");
                }))
                .hasMessage("undone");

        assertThat(database.count("audit")).isZero();
    }

    @Test
    void keepsWhatManySayAtOnce() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            all.add(pool.submit(() -> log.record(event(EKBYN, AuditAction.RUN_REQUESTED, "a"))));
        }
        for (Future<?> each : all) {
            each.get();
        }
        pool.shutdown();

        assertThat(log.list(new AuditLog.Query(null, null, 0, 1)).total()).isEqualTo(40);
    }

    @Test
    void makesADetailOneShortLine() {
        log.record(new AuditEvent("who\r\nelse", null, AuditAction.KEY_CREATED, null, null, "a\nb" + "x".repeat(1000)));

        AuditEvent kept =
                log.list(new AuditLog.Query(null, null, 0, 1)).entries().get(0).event();
        assertThat(kept.by()).isEqualTo("who  else");
        assertThat(kept.detail()).startsWith("a bx").hasSize(500);
    }

    private static AuditEvent event(@Nullable AgencyId agency, AuditAction action, @Nullable String connector) {
        return new AuditEvent("Anna (k7)", agency, action, connector, connector == null ? null : 1, null);
    }
}
