package se.tjanstenav.mocks.rest;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import se.tjanstenav.mocks.records.RawRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How long people wait over a day in Sweden: the file's values at calm hours, most before lunch, a second rise after it. */
final class QueueCurve {

    private static final String WAIT = "vantetidMinuter";
    private static final String IN_LINE = "iKo";
    private static final String MEASURED = "uppmatt";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private QueueCurve() {}

    /** The office with its waits at a moment, wherever in the record they stand. */
    static RawRecord at(Instant moment, RawRecord office) {
        ZonedDateTime now = moment.atZone(SWEDEN).truncatedTo(ChronoUnit.SECONDS);
        JsonNode record = JSON.readTree(office.text());
        rewrite(record, now);
        return new RawRecord(office.id(), record.toString());
    }

    private static void rewrite(JsonNode node, ZonedDateTime now) {
        if (node instanceof ObjectNode members) {
            scale(members, WAIT, now);
            scale(members, IN_LINE, now);
            if (members.has(MEASURED)) {
                members.put(MEASURED, DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(now));
            }
        }
        for (JsonNode child : node) {
            rewrite(child, now);
        }
    }

    private static void scale(ObjectNode members, String name, ZonedDateTime now) {
        JsonNode calm = members.path(name);
        if (calm.isNumber()) {
            members.put(name, Math.round(calm.asDouble() * rush(now)));
        }
    }

    private static double rush(ZonedDateTime now) {
        double hour = now.getHour() + now.getMinute() / 60.0;
        return 1 + 1.6 * hill(hour, 11, 1.5) + 0.9 * hill(hour, 15.5, 1.2);
    }

    private static double hill(double hour, double top, double width) {
        double distance = (hour - top) / width;
        return Math.exp(-distance * distance);
    }
}
