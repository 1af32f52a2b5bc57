package se.tjanstenav.catalog.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;
import se.tjanstenav.catalog.StorageFullException;

/** A transaction on the store, which tells a full disk from whatever else may go wrong. */
final class StoreTransaction extends TransactionTemplate {

    private static final long serialVersionUID = 1L;

    /** <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL's</a> disk_full. */
    private static final String DISK_FULL = "53100";

    /** <a href="https://www.sqlite.org/rescode.html">SQLite's</a> result codes; the second is of the log's index. */
    private static final List<String> FULL = List.of("SQLITE_FULL", "SQLITE_IOERR_SHMSIZE");

    StoreTransaction(PlatformTransactionManager transactions) {
        super(transactions);
    }

    @Override
    public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
        try {
            return super.execute(action);
        } catch (RuntimeException e) {
            if (isFull(e)) {
                throw new StorageFullException(e);
            }
            throw e;
        }
    }

    private static boolean isFull(Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof SQLException sql
                    && (DISK_FULL.equals(sql.getSQLState())
                            || FULL.stream().anyMatch(Objects.toString(sql.getMessage(), "")::contains))) {
                return true;
            }
        }
        return false;
    }
}
