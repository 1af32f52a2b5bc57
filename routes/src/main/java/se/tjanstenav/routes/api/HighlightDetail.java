package se.tjanstenav.routes.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import se.tjanstenav.catalog.Highlight;

/** Where a service answers to the question, as plain text and places in it. */
@Schema(
        description =
                "Var tjänsten svarar på frågan. Ren text utan markering: sätt den som text, aldrig som HTML · Where the"
                        + " service answers to the question. Plain text without markup: set it as text, never as HTML")
record HighlightDetail(
        @Schema(
                description = "Vilken text · Which text",
                allowableValues = {"name", "summary", "description"})
        String field,

        @Schema(description = "Textens språk · The text's language", example = "sv")
        String language,

        @Schema(description = "Den mening som säger mest · The sentence that says most", example = "Ansök om bygglov")
        String text,

        List<Mark> marks) {

    static List<HighlightDetail> of(List<Highlight> highlights) {
        return highlights.stream()
                .map(highlight -> new HighlightDetail(
                        highlight.field(),
                        highlight.language(),
                        highlight.text(),
                        highlight.marks().stream()
                                .map(mark -> new Mark(mark.start(), mark.end()))
                                .toList()))
                .toList();
    }

    /** A part of the text. */
    record Mark(
            @Schema(
                    description =
                            "Första tecknet, räknat som i JavaScript (UTF-16) · The first character, counted as in"
                                    + " JavaScript (UTF-16)",
                    example = "9")
            int start,

            @Schema(description = "Efter det sista tecknet · After the last character", example = "16")
            int end) {}
}
