package se.tjanstenav.connectors.trial;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes a report for machines: its record as JSON, nulls included, so that its shape is always the same. */
public final class JsonReport {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private JsonReport() {}

    public static String write(Record report) {
        return MAPPER.writeValueAsString(report);
    }
}
