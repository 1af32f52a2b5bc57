package se.tjanstenav.catalog.store;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables that a harvest writes, sharing one connection within a transaction. */
record Tables(
        FeedTable feeds,
        RunTable runs,
        RejectTable rejects,
        StagingTable staging,
        ContributionTable contributions,
        ServiceTable services,
        ChangeTable changes) {

    static Tables of(NamedParameterJdbcTemplate jdbc, FeedStatuses statuses) {
        JdbcClient client = JdbcClient.create(jdbc);
        return new Tables(
                new FeedTable(client),
                new RunTable(client),
                new RejectTable(client, jdbc),
                new StagingTable(client, jdbc),
                new ContributionTable(client),
                new ServiceTable(client, jdbc, statuses),
                new ChangeTable(client, jdbc));
    }

    Remerge remerge() {
        return new Remerge(contributions, services, changes);
    }
}
