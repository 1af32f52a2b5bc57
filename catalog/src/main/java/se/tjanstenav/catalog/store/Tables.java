package se.tjanstenav.catalog.store;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables that a harvest writes, sharing one connection within a transaction. */
record Tables(
        FeedTable feeds,
        RunTable runs,
        RunReports reports,
        RejectTable rejects,
        SourceTable sources,
        ApprovalTable approvals,
        StagingTable staging,
        ContributionTable contributions,
        ServiceTable services,
        ChangeTable changes) {

    static Tables of(NamedParameterJdbcTemplate jdbc, FeedStatuses statuses) {
        JdbcClient client = JdbcClient.create(jdbc);
        RejectTable rejects = new RejectTable(client, jdbc);
        StagingTable staging = new StagingTable(client, jdbc);
        return new Tables(
                new FeedTable(client),
                new RunTable(client),
                new RunReports(client, staging, rejects),
                rejects,
                new SourceTable(client),
                new ApprovalTable(client),
                staging,
                new ContributionTable(client),
                new ServiceTable(client, jdbc, statuses),
                new ChangeTable(client, jdbc));
    }

    Remerge remerge() {
        return new Remerge(contributions, services, changes);
    }
}
