package se.tjanstenav.connectors.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.AgencyId;

/** Who did what, newest first. Rows are only ever added. */
public interface AuditLog {

    /** Adds a row, as part of the transaction under way if there is one: no write without its row, nor the reverse. */
    void record(AuditEvent event);

    Page list(Query query);

    /** A row of the log. */
    record Entry(Instant at, AuditEvent event) {}

    /**
     * Which rows are wanted.
     *
     * @param agency only what concerns this agency; null for everything
     * @param connector only what was done to this connector; null for everything
     */
    record Query(@Nullable AgencyId agency, @Nullable String connector, int offset, int limit) {}

    /**
     * Some of the rows.
     *
     * @param total how many there are in all
     */
    record Page(List<Entry> entries, long total) {

        public Page {
            entries = List.copyOf(entries);
        }
    }
}
