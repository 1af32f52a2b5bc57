package se.tjanstenav.catalog.store;

import java.time.Duration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables that a harvest writes, sharing one connection within a transaction. */
record Tables(
        FeedTable feeds,
        AgencyTable agencies,
        RunTable runs,
        RunReports reports,
        RejectTable rejects,
        SourceTable sources,
        ApprovalTable approvals,
        StagingTable staging,
        ContributionTable contributions,
        AbsenceTable absences,
        ServiceTable services,
        ChangeTable changes,
        SameAsTable sameAs,
        ConflictTable conflicts,
        HistoryTables history,
        QualityTable quality,
        ComparisonTable comparisons,
        JourneyTable journeys) {

    /**
     * @param retention how long history is kept of what is published no longer
     * @param parsed services that were read, shared by all who read
     */
    static Tables of(
            NamedParameterJdbcTemplate jdbc, FeedStatuses statuses, Duration retention, ParsedServices parsed) {
        JdbcClient client = JdbcClient.create(jdbc);
        RejectTable rejects = new RejectTable(client, jdbc);
        StagingTable staging = new StagingTable(client, jdbc);
        ConflictTable conflicts = new ConflictTable(client, jdbc);
        ContributionTable contributions = new ContributionTable(client);
        SameAsTable sameAs = new SameAsTable(client, contributions);
        return new Tables(
                new FeedTable(client),
                new AgencyTable(client),
                new RunTable(client),
                new RunReports(client, rejects, conflicts),
                rejects,
                new SourceTable(client),
                new ApprovalTable(client),
                staging,
                contributions,
                new AbsenceTable(client),
                new ServiceTable(client, jdbc, statuses, sameAs, parsed),
                new ChangeTable(client, jdbc),
                sameAs,
                conflicts,
                new HistoryTables(new ObservationTable(client, jdbc), new OutcomeTable(client, jdbc), retention),
                new QualityTable(client, jdbc),
                new ComparisonTable(client, jdbc),
                new JourneyTable(client));
    }

    Remerge remerge() {
        return new Remerge(
                contributions, sameAs, services, changes, conflicts, history, quality, comparisons, journeys);
    }
}
