package se.tjanstenav.catalog.store;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.ProcessingTime;

/**
 * A processing time as history keeps it.
 *
 * @param definition hash of what is measured
 * @param starts first day it speaks of; empty where it speaks of none
 * @param hash of the whole statement
 */
record ObservationRow(String definition, String starts, String ends, String hash, ProcessingTime time) {

    private static final String[] SAID_OF_IT = {"value", "upTo", "sampleSize", "periodFrom", "periodTo", "asOf", "note"
    };

    static ObservationRow of(ProcessingTime time) {
        return new ObservationRow(
                Json.hash(time, SAID_OF_IT),
                first(time.periodFrom(), time.periodTo(), time.asOf()),
                first(time.periodTo(), time.periodFrom(), time.asOf()),
                Json.hash(time),
                time);
    }

    /** What two statements have in common of which one corrects the other. */
    String subject() {
        return subject(definition, starts, ends);
    }

    static String subject(String definition, String starts, String ends) {
        return definition + "/" + starts + "/" + ends;
    }

    private static String first(@Nullable LocalDate... days) {
        return Stream.of(days)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .map(LocalDate::toString)
                .orElse("");
    }
}
