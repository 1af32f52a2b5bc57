package se.tjanstenav.connectors.registry;

import java.time.Clock;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.tjanstenav.catalog.PublishedContributions;
import se.tjanstenav.catalog.Sources;
import se.tjanstenav.connectors.Connectors;
import se.tjanstenav.connectors.RegisteredConnectors;
import se.tjanstenav.connectors.access.AccessConfiguration;
import se.tjanstenav.connectors.audit.AuditConfiguration;
import se.tjanstenav.connectors.audit.AuditLog;
import se.tjanstenav.connectors.descriptor.DescriptorReader;
import se.tjanstenav.connectors.egress.EgressPolicy;
import se.tjanstenav.connectors.secret.SecretsConfiguration;
import se.tjanstenav.connectors.secret.StoredSecrets;
import se.tjanstenav.connectors.trial.DryRun;
import se.tjanstenav.connectors.trial.DryRunProperties;

/** What of the connector platform needs the catalogue's database: its tables, and what stands in them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({RegistryProperties.class, DryRunProperties.class})
@Import({AccessConfiguration.class, AuditConfiguration.class, SecretsConfiguration.class})
public class RegistryConfiguration {

    /** Whoever takes this bean finds the tables up to date. */
    @Bean
    JdbcClient jdbcClient(DataSource dataSource) {
        Flyway.configure(RegistryConfiguration.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:se/tjanstenav/connectors/registry/migration")
                .table("connector_schema_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
        return JdbcClient.create(dataSource);
    }

    @Bean
    RegisteredConnectors registeredConnectors(JdbcClient jdbc, StoredSecrets secrets) {
        return new JdbcRegisteredConnectors(new ConnectorTable(jdbc), new VersionTable(jdbc), secrets);
    }

    @Bean
    Registry registry(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            DescriptorReader reader,
            RegisteredConnectors registered,
            Connectors connectors,
            Sources sources,
            AuditLog audit,
            RegistryProperties properties,
            Clock clock) {
        return new JdbcRegistry(
                new ConnectorTable(jdbc),
                new VersionTable(jdbc),
                new RegisteredStates(sources, connectors),
                reader,
                new VersionCheck(reader, registered, connectors),
                new Approvals(properties.approval()),
                audit,
                new TransactionTemplate(transactions),
                clock);
    }

    @Bean
    Trials trials(
            JdbcClient jdbc,
            DescriptorReader reader,
            RegisteredConnectors registered,
            Connectors connectors,
            Sources sources,
            Registry registry,
            EgressPolicy policy,
            PublishedContributions published,
            Clock clock) {
        ConnectorTable table = new ConnectorTable(jdbc);
        return new Trials(
                reader,
                new TrialSecrets(table, new VersionTable(jdbc), registered, reader),
                new RegisteredStates(sources, connectors),
                registry,
                new DryRun(policy, published, clock));
    }
}
