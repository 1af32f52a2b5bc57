package se.tjanstenav.routes.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import se.tjanstenav.catalog.model.LocalizedText;

/** What guidance does not know, said plainly. */
enum GuidanceGap {
    @JsonProperty("noServiceFound")
    NO_SERVICE_FOUND(
            "Ingen tjänst i katalogen svarar mot orden i frågan.",
            "No service in the catalogue matches the words of the question."),
    @JsonProperty("municipalityNotCovered")
    MUNICIPALITY_NOT_COVERED(
            "Det finns tjänster som svarar mot frågan, men ingen av dem gäller i kommunen. Fråga kommunen själv.",
            "There are services that match the question, but none applies in the municipality. Ask the municipality."),
    @JsonProperty("municipalityNotGiven")
    MUNICIPALITY_NOT_GIVEN(
            "Kommunen är inte angiven, så det går inte att säga om tjänsten gäller där du bor.",
            "No municipality is given, so it cannot be told whether the service applies where you live."),
    @JsonProperty("coverageUnknown")
    COVERAGE_UNKNOWN("Ingen källa säger var tjänsten gäller.", "No source tells where the service applies."),
    @JsonProperty("noChannel")
    NO_CHANNEL("Ingen källa säger hur man når tjänsten.", "No source tells how the service is reached."),
    @JsonProperty("noOpeningHours")
    NO_OPENING_HOURS(
            "Ingen källa säger när det går att ringa, chatta eller besöka.",
            "No source tells when one can call, chat or visit."),
    @JsonProperty("noTime")
    NO_TIME("Ingen källa säger hur lång tid det tar.", "No source tells how long it takes."),
    @JsonProperty("waitingTimeUnknown")
    WAITING_TIME_UNKNOWN(
            "Myndigheten svarar inte på hur lång kön är just nu.",
            "The agency does not answer how long the queue is just now."),
    @JsonProperty("noCommitment")
    NO_COMMITMENT(
            "Myndigheten har inte publicerat något löfte om tjänsten.",
            "The agency has published no promise about the service.");

    private final LocalizedText text;

    GuidanceGap(String swedish, String english) {
        this.text = new LocalizedText(Map.of("sv", swedish, "en", english));
    }

    static List<Told> told(Collection<GuidanceGap> gaps, Languages languages) {
        return gaps.stream()
                .map(gap -> new Told(gap, Wording.Text.of(languages, gap.text)))
                .toList();
    }

    /** One of them, by code and for people. */
    record Told(GuidanceGap code, Wording.Text reason) {}
}
