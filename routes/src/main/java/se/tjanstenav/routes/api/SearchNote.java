package se.tjanstenav.routes.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.Understanding;

/** How the words of a question were understood; with every answer to one. */
@Schema(description = "Hur frågan förstods · How the question was understood")
record SearchNote(
        @Schema(
                description =
                        "Hur många tjänster i hela katalogen som svarar på allt i frågan; de står först · How many services"
                                + " of the whole catalogue answer to all of the question; they come first",
                example = "4")
        long exact,

        @Schema(
                description =
                        "Om tjänster som bara svarar på en del av frågan följer efter dem, eftersom de är få · Whether"
                                + " services that answer to a part of it follow, because few answer to all")
        boolean nearest,

        @Schema(
                description =
                        "Frågan med det som de felstavade orden troligen betyder; det har sökts på det · The question"
                                + " with what its misspelt words probably mean, which was searched for",
                example = "flyttanmälan")
        @Nullable
        String didYouMean,

        @Schema(
                description =
                        "Ord som ingen tjänst använder, och som inget liknar · Words that no service uses, and that"
                                + " resemble none")
        List<String> unknownWords,

        @Schema(
                description =
                        "Vad som kan prövas i stället, där inget hittades · What to try instead, where nothing was"
                                + " found")
        List<SuggestionDetail> suggestions) {

    static @Nullable SearchNote of(@Nullable Understanding understanding, List<SuggestionDetail> suggestions) {
        return understanding == null
                ? null
                : new SearchNote(
                        understanding.exact(),
                        understanding.nearest(),
                        understanding.didYouMean(),
                        understanding.unknownWords(),
                        suggestions);
    }
}
