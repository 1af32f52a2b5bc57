package se.tjanstenav.catalog.store;

import java.math.BigDecimal;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import se.tjanstenav.catalog.ComparableLength;
import se.tjanstenav.catalog.Comparisons.Promised;
import se.tjanstenav.catalog.Comparisons.Timed;
import se.tjanstenav.catalog.model.Codes;
import se.tjanstenav.catalog.model.Commitment;
import se.tjanstenav.catalog.model.ProcessingTime;
import se.tjanstenav.catalog.model.Service;

/**
 * One time or commitment of a service as it is put in order.
 *
 * @param what {@link #TIME} or {@link #COMMITMENT}
 * @param place where it stands among those of its service
 * @param finding the statistic of a time; how a commitment stands
 * @param workingDays its length, where it has one
 */
record ComparedEntry(String what, int place, Enum<?> kind, Enum<?> finding, Optional<BigDecimal> workingDays) {

    static final String TIME = "time";
    static final String COMMITMENT = "commitment";

    static List<ComparedEntry> of(Service service) {
        List<ComparedEntry> entries = new ArrayList<>();
        List<ProcessingTime> times = service.processingTimes();
        for (int place = 0; place < times.size(); place++) {
            ProcessingTime time = times.get(place);
            BigDecimal length = new Timed(service, time).length().value();
            entries.add(new ComparedEntry(TIME, place, time.kind(), time.statistic(), Optional.of(length)));
        }
        List<Commitment> commitments = service.commitments();
        for (int place = 0; place < commitments.size(); place++) {
            Commitment commitment = commitments.get(place);
            Optional<BigDecimal> length =
                    new Promised(service, commitment).length().map(ComparableLength::value);
            entries.add(new ComparedEntry(COMMITMENT, place, commitment.aspect(), commitment.standing(), length));
        }
        return entries;
    }

    MapSqlParameterSource row(Service service) {
        return new MapSqlParameterSource("what", what)
                .addValue("service", service.id().value())
                .addValue("place", place)
                .addValue("authority", service.authority().value())
                .addValue("kind", Codes.of(kind))
                .addValue("finding", Codes.of(finding))
                .addValue("concept", service.description().concept(), Types.VARCHAR)
                .addValue("withoutDays", workingDays.isPresent() ? 0 : 1)
                .addValue("days", workingDays.map(BigDecimal::doubleValue).orElse(0.0));
    }
}
