package se.tjanstenav.connectors.access;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.tjanstenav.connectors.audit.AuditLog;

/** Provides the {@link AccessKeys}. */
@Configuration(proxyBeanMethods = false)
public class AccessConfiguration {

    @Bean
    AccessKeys accessKeys(JdbcClient jdbc, PlatformTransactionManager transactions, AuditLog audit, Clock clock) {
        return new JdbcAccessKeys(new KeyTable(jdbc), new TransactionTemplate(transactions), audit, clock);
    }
}
