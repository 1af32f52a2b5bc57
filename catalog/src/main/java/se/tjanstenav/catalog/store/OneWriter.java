package se.tjanstenav.catalog.store;

import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/**
 * Transactions on SQLite, which has one writer. Those of this process take turns before they take a connection: were
 * they to wait in the database, each would hold one, and a long publication would leave none to readers.
 */
final class OneWriter extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;

    private final ReentrantLock turn = new ReentrantLock(true);

    OneWriter(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        turn.lock();
        try {
            super.doBegin(transaction, definition);
        } catch (RuntimeException | Error e) {
            turn.unlock();
            throw e;
        }
    }

    @Override
    protected void doCleanupAfterCompletion(Object transaction) {
        try {
            super.doCleanupAfterCompletion(transaction);
        } finally {
            turn.unlock();
        }
    }
}
