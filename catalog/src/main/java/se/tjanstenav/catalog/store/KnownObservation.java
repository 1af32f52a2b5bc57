package se.tjanstenav.catalog.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/** A row of history that nothing has corrected yet. */
record KnownObservation(
        String service,
        long ordinal,
        String subject,
        String hash,
        @Nullable Instant leftAt) {

    static KnownObservation of(ResultSet row) throws SQLException {
        return new KnownObservation(
                row.getString("service"),
                row.getLong("ordinal"),
                ObservationRow.subject(row.getString("definition"), row.getString("starts"), row.getString("ends")),
                row.getString("hash"),
                Times.instant(row, "left_at"));
    }

    /** What becomes of it when the service says this; empty where nothing does. */
    Optional<MapSqlParameterSource> move(List<ObservationRow> said, Instant at) {
        if (said.stream().anyMatch(row -> row.hash().equals(hash))) {
            return leftAt == null ? Optional.empty() : Optional.of(moved(null, null));
        }
        boolean corrected = said.stream().anyMatch(row -> row.subject().equals(subject));
        if (leftAt != null && !corrected) {
            return Optional.empty();
        }
        return Optional.of(moved(leftAt == null ? at : leftAt, corrected ? at : null));
    }

    private MapSqlParameterSource moved(@Nullable Instant left, @Nullable Instant superseded) {
        return new MapSqlParameterSource()
                .addValue("service", service)
                .addValue("ordinal", ordinal)
                .addValue("leftAt", Times.millis(left), Types.BIGINT)
                .addValue("supersededAt", Times.millis(superseded), Types.BIGINT);
    }
}
