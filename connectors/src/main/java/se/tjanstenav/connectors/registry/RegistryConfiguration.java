package se.tjanstenav.connectors.registry;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tjanstenav.connectors.access.AccessConfiguration;
import se.tjanstenav.connectors.audit.AuditConfiguration;

/** What of the connector platform needs the catalogue's database: its tables, and what stands in them. */
@Configuration(proxyBeanMethods = false)
@Import({AccessConfiguration.class, AuditConfiguration.class})
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
}
