package se.tjanstenav.connectors.conformance;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found about one expectation. Holds no secret.
 *
 * @param evidence what was seen, or why it could not be examined
 * @param remedy what to do, null where nothing needs to be done
 * @param details single cases, at most twenty and a line that counts the others
 */
@JsonPropertyOrder({"group", "expectation", "outcome", "title", "evidence", "remedy", "details"})
public record Finding(
        Expectation expectation,
        Outcome outcome,
        String evidence,
        @Nullable String remedy,
        List<String> details) {

    public Finding {
        details = List.copyOf(details);
    }

    @JsonProperty("group")
    public Expectation.Group group() {
        return expectation.group();
    }

    @JsonProperty("title")
    public String title() {
        return expectation.title();
    }
}
