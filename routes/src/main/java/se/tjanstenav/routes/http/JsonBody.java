package se.tjanstenav.routes.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a small JSON object and gathers all that is wrong with it, members nobody asked for included, before answering
 * once. Each fault is told by the JSON pointer of its member.
 */
public final class JsonBody {

    private static final int MOST_BYTES = 64 * 1024;
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode sent;
    private final Set<String> known = new TreeSet<>();
    private final List<RequestFault> faults = new ArrayList<>();

    private JsonBody(JsonNode sent) {
        this.sent = sent;
    }

    /**
     * Reads at most 64 kB.
     *
     * @throws ProblemException if that is not one JSON object
     */
    public static JsonBody of(InputStream body) {
        return of(body, MOST_BYTES);
    }

    /**
     * Reads at most so many bytes.
     *
     * @throws ProblemException if that is not one JSON object
     */
    public static JsonBody of(InputStream body, int mostBytes) {
        try {
            byte[] bytes = body.readNBytes(mostBytes + 1);
            if (bytes.length > mostBytes) {
                throw new ProblemException(
                        ProblemType.TOO_LARGE, "The body is larger than %d bytes".formatted(mostBytes));
            }
            JsonNode sent = STRICT.readTree(bytes);
            if (!sent.isObject()) {
                throw new InvalidRequestException(List.of(new RequestFault("", "The body must be a JSON object")));
            }
            return new JsonBody(sent);
        } catch (JacksonException e) {
            throw new InvalidRequestException(List.of(new RequestFault(
                    "",
                    "The body is not JSON in UTF-8 with each member once",
                    null,
                    e.getLocation() == null ? null : e.getLocation().getLineNr(),
                    e.getLocation() == null ? null : e.getLocation().getColumnNr())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the member is there, whatever it is. */
    public boolean has(String name) {
        return member(name) != null;
    }

    /** A text that must be there, of 1 to so many characters; an empty one where there is a fault. */
    public String text(String name, int longest) {
        Optional<String> text = optionalText(name, longest);
        if (text.isEmpty() && member(name) == null) {
            fault(name, "missing");
        }
        return text.orElse("");
    }

    /** A text of 1 to so many characters, or none. */
    public Optional<String> optionalText(String name, int longest) {
        JsonNode value = member(name);
        if (value == null) {
            return Optional.empty();
        }
        String text = value.isString() ? value.stringValue() : "";
        if (text.isBlank() || text.codePointCount(0, text.length()) > longest) {
            fault(name, "must be a text of 1 to %d characters".formatted(longest));
            return Optional.empty();
        }
        return Optional.of(text);
    }

    /** One of the allowed texts, or none. */
    public Optional<String> oneOf(String name, Collection<String> allowed) {
        JsonNode value = member(name);
        if (value == null || value.isString() && allowed.contains(value.stringValue())) {
            return Optional.ofNullable(value).map(JsonNode::stringValue);
        }
        fault(name, "must be one of " + String.join(", ", allowed));
        return Optional.empty();
    }

    /** A whole number within bounds, both included, or none. */
    public Optional<Integer> number(String name, int least, int most) {
        JsonNode value = member(name);
        if (value == null || value.isInt() && value.intValue() >= least && value.intValue() <= most) {
            return Optional.ofNullable(value).map(JsonNode::intValue);
        }
        fault(name, "must be a whole number from %d to %d".formatted(least, most));
        return Optional.empty();
    }

    /** A moment in any time zone, or none. */
    public Optional<Instant> time(String name) {
        JsonNode value = member(name);
        if (value == null) {
            return Optional.empty();
        }
        try {
            if (value.isString()) {
                return Optional.of(OffsetDateTime.parse(value.stringValue()).toInstant());
            }
        } catch (DateTimeException notATime) {
            // told below, as any other value is
        }
        fault(name, "must be a time with zone, such as 2027-01-31T00:00:00Z");
        return Optional.empty();
    }

    /** A fault that whoever asks has found itself. */
    public void fault(String name, String detail) {
        String pointer = "/" + Excerpt.of(name).replace("~", "~0").replace("/", "~1");
        faults.add(new RequestFault(pointer, "Member '%s': %s".formatted(Excerpt.of(name), detail)));
    }

    /**
     * To be called once every member has been read.
     *
     * @throws InvalidRequestException if anything was wrong
     */
    public void check() {
        sent.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> fault(name, "not known here. Allowed: " + String.join(", ", known)));
        if (!faults.isEmpty()) {
            throw new InvalidRequestException(faults);
        }
    }

    private @Nullable JsonNode member(String name) {
        known.add(name);
        JsonNode value = sent.get(name);
        return value == null || value.isNull() ? null : value;
    }
}
