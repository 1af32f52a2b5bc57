package se.tjanstenav.catalog.store;

import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * Transactions on SQLite, which has one writer. Those of this process take turns before they take a connection: were
 * they to wait in the database, each would hold one, and a long publication would leave none to readers.
 */
final class OneWriter extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;

    private final ReentrantLock turn = new ReentrantLock(true);

    OneWriter(DataSource dataSource) {
        super(dataSource);
        // Otherwise the driver commits once more when the connection goes back, and what has failed may come to pass.
        setRollbackOnCommitFailure(true);
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

    /** A full disk makes SQLite roll back by itself, and then there is nothing left to roll back. */
    @Override
    protected void doRollback(DefaultTransactionStatus status) {
        try {
            super.doRollback(status);
        } catch (TransactionSystemException e) {
            if (!String.valueOf(e.getMostSpecificCause().getMessage()).contains("no transaction is active")) {
                throw e;
            }
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
