package se.tjanstenav.catalog.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.Contributed;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.catalog.model.FeedId;

/** A contribution as its row tells it, to be parsed when the database has been left. */
record StoredContribution(
        String feed,
        String agency,
        Instant retrievedAt,
        String body,
        @Nullable String warnings) {

    static StoredContribution of(ResultSet row) throws SQLException {
        return new StoredContribution(
                row.getString("feed"),
                row.getString("agency"),
                Instant.ofEpochMilli(row.getLong("retrieved_at")),
                row.getString("body"),
                row.getString("warnings"));
    }

    Contributed parsed() {
        return new Contributed(
                FeedId.parse(feed),
                new AgencyId(agency),
                retrievedAt,
                Json.read(body, Contribution.class),
                Json.texts(warnings));
    }
}
