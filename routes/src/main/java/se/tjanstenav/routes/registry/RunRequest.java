package se.tjanstenav.routes.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.connectors.Feed;
import se.tjanstenav.routes.http.Excerpt;
import se.tjanstenav.routes.http.InvalidRequestException;
import se.tjanstenav.routes.http.RequestFault;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was sent to ask for runs: nothing, which means every feed, or {@code {"feed": "services"}}. */
record RunRequest(Optional<String> feed) {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    /** @throws InvalidRequestException with everything that is wrong with the body */
    static RunRequest read(byte @Nullable [] body) {
        if (body == null || body.length == 0) {
            return new RunRequest(Optional.empty());
        }
        JsonNode tree;
        try {
            tree = MAPPER.readTree(body);
        } catch (JacksonException e) {
            throw fault("", "The body is no JSON. Send nothing, or {\"feed\": \"<name of a feed>\"}");
        }
        if (!tree.isObject()) {
            throw fault("", "The body is no JSON object. Send nothing, or {\"feed\": \"<name of a feed>\"}");
        }
        List<RequestFault> faults = new ArrayList<>();
        tree.propertyNames().stream()
                .filter(name -> !name.equals("feed"))
                .forEach(name -> faults.add(new RequestFault(
                        "/" + Excerpt.of(name), "Member '" + Excerpt.of(name) + "' is not known here. Allowed: feed")));
        JsonNode feed = tree.path("feed");
        if (!feed.isMissingNode() && !feed.isString()) {
            faults.add(new RequestFault("/feed", "Member 'feed' must be a text, the name of a feed"));
        }
        if (!faults.isEmpty()) {
            throw new InvalidRequestException(faults);
        }
        return new RunRequest(feed.isString() ? Optional.of(feed.asString()) : Optional.empty());
    }

    /** The feeds that are meant, of those there are. */
    List<Feed> among(List<Feed> feeds) {
        if (feed.isEmpty()) {
            return feeds;
        }
        List<Feed> meant = feeds.stream()
                .filter(known -> known.id().feed().equals(feed.get()))
                .toList();
        if (meant.isEmpty()) {
            String names = feeds.stream().map(known -> known.id().feed()).collect(Collectors.joining(", "));
            throw fault(
                    "/feed",
                    "'%s' is not a feed of this connector. Feeds: %s".formatted(Excerpt.of(feed.get()), names));
        }
        return meant;
    }

    private static InvalidRequestException fault(String pointer, String detail) {
        return new InvalidRequestException(List.of(new RequestFault(pointer, detail)));
    }
}
