package se.tjanstenav.bench;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What rivals are given to find: the texts of a service in Swedish, and what it is filtered and counted by.
 *
 * @param keywords with requirements, as one text
 */
record Documents(
        String id,
        String name,
        String summary,
        String description,
        String keywords,
        String agency,
        List<String> themes) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** @param line a service as {@link Hub#export} writes it */
    static Documents of(String line) {
        JsonNode service = JSON.readTree(line);
        List<String> themes = new ArrayList<>();
        service.path("themes").forEach(theme -> themes.add(text(theme)));
        return new Documents(
                service.path("id").asString(),
                text(service.path("name")),
                text(service.path("summary")),
                text(service.path("description")),
                text(service.path("keywords")) + " " + text(service.path("requirements")),
                service.at("/agency/id").asString(),
                themes);
    }

    /** The text of a value, however it is wrapped. */
    private static String text(JsonNode node) {
        if (node.isString()) {
            return node.asString();
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode child : node) {
            texts.add(text(child));
        }
        return String.join(" ", texts);
    }
}
