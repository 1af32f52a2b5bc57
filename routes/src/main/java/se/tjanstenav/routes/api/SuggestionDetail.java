package se.tjanstenav.routes.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import se.tjanstenav.catalog.Suggestion;
import se.tjanstenav.routes.http.Link;
import se.tjanstenav.routes.http.Roots;

/** One completion, with where it leads. */
@Schema(description = "Ett förslag medan någon skriver · One suggestion while somebody is typing")
record SuggestionDetail(
        @Schema(description = "Texten att visa och söka på · The text to show and to search for", example = "Bygglov")
        String text,

        @Schema(
                description = "Vad texten är · What the text is",
                allowableValues = {"lifeEvent", "businessEvent", "service", "keyword", "agency"})
        String kind,

        @Schema(
                description =
                        "`target`: det som heter så, eller en sökning på texten · what is called so, or a search for"
                                + " the text")
        Map<String, Link> links) {

    static SuggestionDetail of(Suggestion suggestion, String linkBase) {
        return new SuggestionDetail(
                suggestion.text(),
                suggestion.kind().code(),
                Map.of("target", Link.to(linkBase + Roots.CATALOG + target(suggestion), "target")));
    }

    private static String target(Suggestion suggestion) {
        if (suggestion.service() != null) {
            return "/services/" + suggestion.service().value();
        }
        if (suggestion.agency() != null) {
            return "/agencies/" + suggestion.agency().value();
        }
        if (suggestion.journey() != null) {
            return "/life-events/" + suggestion.journey().value();
        }
        return "/services?q=" + URLEncoder.encode(suggestion.text(), StandardCharsets.UTF_8);
    }
}
