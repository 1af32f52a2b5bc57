package se.tjanstenav.connectors.secret;

import java.time.Clock;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.tjanstenav.connectors.audit.AuditLog;

/** Provides the {@link StoredSecrets}, encrypted with the active key as far as that is possible. */
@Configuration(proxyBeanMethods = false)
public class SecretsConfiguration {

    @Bean
    StoredSecrets storedSecrets(
            Environment environment,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            AuditLog audit,
            Clock clock) {
        JdbcStoredSecrets secrets = new JdbcStoredSecrets(
                new SecretTable(jdbc),
                SecretKeys.of(properties(environment)),
                new TransactionTemplate(transactions),
                audit,
                clock);
        secrets.encryptAnew();
        return secrets;
    }

    /** Bound by hand, because Boot's own report of a property that cannot be bound shows its value. */
    private static SecretsProperties properties(Environment environment) {
        try {
            return Binder.get(environment).bindOrCreate("tjanstenav.secrets", SecretsProperties.class);
        } catch (BindException e) {
            throw new IllegalStateException(
                    "tjanstenav.secrets cannot be understood: each key stands in a property of its own,"
                            + " tjanstenav.secrets.keys.<id>, where <id> is a name such as k1");
        }
    }
}
