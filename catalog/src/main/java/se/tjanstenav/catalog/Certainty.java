package se.tjanstenav.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import se.tjanstenav.catalog.model.Journey.Step;
import se.tjanstenav.catalog.model.LocalizedText;
import se.tjanstenav.catalog.model.ProcessingTime;

/** How far the expected time of a journey can be relied on, the surest first. */
public enum Certainty {
    /** Every step that everybody takes is counted, by what was observed. */
    @JsonProperty("observed")
    OBSERVED(
            "Alla steg som alla behöver ta är räknade efter uppmätta tider. Tiden mellan stegen ingår inte.",
            "Every step that everybody takes is counted by observed times. The time between the steps is not included."),
    /** Every step that everybody takes is counted, at least one of them by what its agency forecasts. */
    @JsonProperty("partlyForecast")
    PARTLY_FORECAST(
            "Alla steg som alla behöver ta är räknade, men minst ett av dem efter myndighetens beräkning i stället för"
                    + " uppmätt tid. Tiden mellan stegen ingår inte.",
            "Every step that everybody takes is counted, but at least one of them by its agency's forecast instead of"
                    + " an observed time. The time between the steps is not included."),
    /** A step that everybody takes could not be counted, so that the whole takes longer than the sum. */
    @JsonProperty("incomplete")
    INCOMPLETE(
            "Räkna med att det tar längre tid: minst ett steg som alla behöver ta har ingen tid som går att räkna med.",
            "Expect it to take longer: at least one step that everybody takes has no time that could be counted."),
    /** No step could be counted. */
    @JsonProperty("unknown")
    UNKNOWN(
            "Det går inte att säga hur lång tid det tar: inget steg har en tid som går att räkna med.",
            "There is no telling how long it takes: no step has a time that could be counted.");

    private final LocalizedText text;

    Certainty(String swedish, String english) {
        this.text = new LocalizedText(Map.of("sv", swedish, "en", english));
    }

    /** What it means, for people. */
    public LocalizedText text() {
        return text;
    }

    /**
     * @param times one for each of the steps, in their order
     */
    static Certainty of(List<Step> steps, List<StepTime> times) {
        if (times.stream().noneMatch(StepTime::counted)) {
            return UNKNOWN;
        }
        boolean missing = IntStream.range(0, steps.size())
                .anyMatch(i -> !steps.get(i).optional() && !times.get(i).counted());
        if (missing) {
            return INCOMPLETE;
        }
        boolean observed =
                times.stream().filter(StepTime::counted).allMatch(time -> time.kind() == ProcessingTime.Kind.OBSERVED);
        return observed ? OBSERVED : PARTLY_FORECAST;
    }
}
