package se.tjanstenav.connectors.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.tjanstenav.catalog.model.AgencyId;

/** The log in its table. The row of {@code audit_head} is locked while a row is added. */
final class JdbcAuditLog implements AuditLog {

    private static final int LONGEST_DETAIL = 500;
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cs}\\u2028\\u2029]");
    private static final String WANTED = """
            from audit where (cast(:agency as text) is null or agency = :agency)
            and (cast(:connector as text) is null or connector = :connector)
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;

    JdbcAuditLog(JdbcClient jdbc, TransactionTemplate transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void record(AuditEvent event) {
        transactions.executeWithoutResult(transaction -> {
            jdbc.sql("update audit_head set last = last + 1").update();
            jdbc.sql("""
                            insert into audit (number, at, who, agency, action, connector, version, detail)
                            select last, :at, :who, :agency, :action, :connector, :version, :detail from audit_head
                            """)
                    .param("at", clock.instant().toEpochMilli())
                    .param("who", line(event.by()))
                    .param(
                            "agency",
                            event.agency() == null ? null : event.agency().value())
                    .param("action", event.action().name().toLowerCase(Locale.ROOT))
                    .param("connector", event.connector())
                    .param("version", event.version(), Types.INTEGER)
                    .param("detail", event.detail() == null ? null : line(event.detail()))
                    .update();
        });
    }

    private static String line(String text) {
        String cut = text.length() > LONGEST_DETAIL ? text.substring(0, LONGEST_DETAIL - 1) + "…" : text;
        return UNSAFE.matcher(cut).replaceAll(" ");
    }

    @Override
    public Page list(Query query) {
        String agency = query.agency() == null ? null : query.agency().value();
        long total = jdbc.sql("select count(*) " + WANTED)
                .param("agency", agency)
                .param("connector", query.connector())
                .query(Long.class)
                .single();
        return new Page(
                jdbc.sql("select * " + WANTED + " order by number desc limit :limit offset :offset")
                        .param("agency", agency)
                        .param("connector", query.connector())
                        .param("limit", query.limit())
                        .param("offset", query.offset())
                        .query(JdbcAuditLog::entry)
                        .list(),
                total);
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        int version = row.getInt("version");
        Integer known = row.wasNull() ? null : version;
        String agency = row.getString("agency");
        return new Entry(
                Instant.ofEpochMilli(row.getLong("at")),
                new AuditEvent(
                        row.getString("who"),
                        agency == null ? null : new AgencyId(agency),
                        AuditAction.valueOf(row.getString("action").toUpperCase(Locale.ROOT)),
                        row.getString("connector"),
                        known,
                        row.getString("detail")));
    }
}
