package se.tjanstenav.routes.evaluation;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import se.tjanstenav.catalog.model.ServiceId;
import se.tjanstenav.routes.HubClient;

/** The hub, asked over HTTP as a portal asks it. */
record HubFinder(HubClient hub) implements Finder {

    @Override
    public String name() {
        return "Tjänstenav";
    }

    @Override
    public List<ServiceId> find(Question question) {
        String words = URLEncoder.encode(question.text(), StandardCharsets.UTF_8);
        return hub.json("/catalog/v1/services?limit=%d&language=%s&q=%s".formatted(DEPTH, question.language(), words))
                .path("services")
                .valueStream()
                .map(service -> new ServiceId(service.path("id").asString()))
                .toList();
    }
}
