package se.tjanstenav.catalog.store;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.tjanstenav.catalog.Agencies;
import se.tjanstenav.catalog.CatalogProperties;
import se.tjanstenav.catalog.CatalogueFollower;
import se.tjanstenav.catalog.ChangeLog;
import se.tjanstenav.catalog.Comparisons;
import se.tjanstenav.catalog.Harvests;
import se.tjanstenav.catalog.History;
import se.tjanstenav.catalog.Journeys;
import se.tjanstenav.catalog.PublishedContributions;
import se.tjanstenav.catalog.RebuildRecords;
import se.tjanstenav.catalog.Runs;
import se.tjanstenav.catalog.Sources;
import se.tjanstenav.catalog.StoredServices;
import se.tjanstenav.catalog.quality.QualityReports;

/** The store's beans, and the one data source that everything persistent in the hub shares. */
@Configuration(proxyBeanMethods = false)
public class StoreConfiguration {

    @Bean
    DataSource dataSource(CatalogProperties properties) {
        return Database.open(properties);
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource, CatalogProperties properties) {
        return properties.sqlite() ? new OneWriter(dataSource) : new JdbcTransactionManager(dataSource);
    }

    @Bean
    FeedStatuses feedStatuses(DataSource dataSource, CatalogProperties properties, Clock clock) {
        JdbcClient jdbc = JdbcClient.create(dataSource);
        return new FeedStatuses(new FeedTable(jdbc), new AgencyTable(jdbc), clock, !properties.sqlite());
    }

    @Bean
    Tables catalogueTables(DataSource dataSource, FeedStatuses statuses, CatalogProperties properties) {
        ParsedServices parsed = new ParsedServices(properties.cacheSize().toBytes());
        return Tables.of(new NamedParameterJdbcTemplate(dataSource), statuses, properties.historyRetention(), parsed);
    }

    @Bean
    StoredServices storedServices(Tables tables) {
        return tables.services();
    }

    @Bean
    Journeys journeys(Tables tables) {
        return tables.journeys();
    }

    @Bean
    ChangeLog changeLog(Tables tables) {
        return tables.changes();
    }

    @Bean
    History history(Tables tables) {
        return tables.history();
    }

    @Bean
    Agencies agencies(Tables tables) {
        return tables.agencies();
    }

    @Bean
    QualityReports qualityReports(Tables tables) {
        return tables.quality();
    }

    @Bean
    Comparisons comparisons(Tables tables) {
        return tables.comparisons();
    }

    @Bean
    Followers followers(FeedStatuses statuses, ObjectProvider<CatalogueFollower> followers) {
        return new Followers(statuses, followers.orderedStream().toList());
    }

    @Bean
    CatalogueWatch catalogueWatch(Followers followers, CatalogProperties properties) {
        return new CatalogueWatch(followers, !properties.sqlite());
    }

    @Bean
    MergeFormat mergeFormat(
            DataSource dataSource,
            Tables tables,
            PlatformTransactionManager transactions,
            Followers followers,
            Clock clock) {
        return new MergeFormat(
                JdbcClient.create(dataSource), tables, new TransactionTemplate(transactions), followers, clock);
    }

    @Bean
    Harvests harvests(
            Tables tables,
            PlatformTransactionManager transactions,
            Followers followers,
            FeedStatuses statuses,
            CatalogProperties properties,
            Clock clock) {
        Quarantine quarantine = new Quarantine(properties.mostGrowth());
        return new JdbcHarvests(tables, new StoreTransaction(transactions), quarantine, followers, statuses, clock);
    }

    @Bean
    RebuildRecords rebuildRecords(DataSource dataSource, PlatformTransactionManager transactions, Clock clock) {
        return new RebuildTable(JdbcClient.create(dataSource), new TransactionTemplate(transactions), clock);
    }

    @Bean
    Runs runs(Tables tables) {
        return tables.reports();
    }

    @Bean
    PublishedContributions publishedContributions(Tables tables) {
        return new PublishedComparison(tables.contributions());
    }

    /** What is published where there is no catalogue, as at an agency's terminal. */
    public static PublishedContributions nothingPublished() {
        return new PublishedComparison.Nothing();
    }

    @Bean
    Sources sources(
            Tables tables,
            PlatformTransactionManager transactions,
            FeedStatuses statuses,
            Followers followers,
            Clock clock) {
        return new StoredSources(tables, new TransactionTemplate(transactions), statuses, followers, clock);
    }
}
