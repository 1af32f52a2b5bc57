package se.tjanstenav.catalog.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

/** Why the hub can or cannot tell whether a commitment was kept; of those that hinder, the later ones are nearer to it. */
public enum OutcomeReason {
    @JsonProperty("noTarget")
    NO_TARGET("Åtagandet har inget mätbart mål.", "The commitment has no measurable target."),
    @JsonProperty("noEvents")
    NO_EVENTS(
            "Målet säger inte mellan vilka händelser tiden räknas.",
            "The target does not say between which events the time counts."),
    @JsonProperty("noObservation")
    NO_OBSERVATION(
            "Myndigheten redovisar ingen uppmätt tid för tjänsten.",
            "The agency reports no observed time for the service."),
    @JsonProperty("otherStartEvent")
    OTHER_START_EVENT(
            "De uppmätta tiderna räknas från en annan händelse än åtagandet.",
            "The observed times count from another event than the commitment."),
    @JsonProperty("otherEndEvent")
    OTHER_END_EVENT(
            "De uppmätta tiderna räknas till en annan händelse än åtagandet.",
            "The observed times count to another event than the commitment."),
    @JsonProperty("otherCaseType")
    OTHER_CASE_TYPE(
            "De uppmätta tiderna gäller andra ärenden än åtagandet.",
            "The observed times are of other cases than the commitment."),
    @JsonProperty("otherChannel")
    OTHER_CHANNEL(
            "De uppmätta tiderna gäller en annan kanal än åtagandet.",
            "The observed times are of another channel than the commitment."),
    @JsonProperty("otherStatistic")
    OTHER_STATISTIC(
            "De uppmätta tiderna är ett annat mått än det som åtagandet lovar.",
            "The observed times are another statistic than the commitment promises."),
    @JsonProperty("otherUnit")
    OTHER_UNIT(
            "De uppmätta tiderna räknas i en annan enhet, som inte kan räknas om exakt.",
            "The observed times count in another unit, which cannot be converted exactly."),
    @JsonProperty("noCases")
    NO_CASES("Mätningen omfattar inga ärenden.", "There are no cases behind the observed time."),
    @JsonProperty("noPeriod")
    NO_PERIOD("Det framgår inte när den uppmätta tiden gällde.", "It is not known when the observed time held."),
    @JsonProperty("outsideValidity")
    OUTSIDE_VALIDITY(
            "Åtagandet gällde inte under hela den uppmätta perioden.",
            "The commitment did not hold during all of the observed period."),
    @JsonProperty("inExclusionPeriod")
    IN_EXCLUSION_PERIOD(
            "Den uppmätta perioden omfattar dagar som åtagandet undantar.",
            "The observed period has days that the commitment excludes."),
    @JsonProperty("withinExtension")
    WITHIN_EXTENSION(
            "Tiden är längre än målet men inom den förlängning som åtagandet medger.",
            "The time is longer than the target but within the extension that the commitment allows."),
    @JsonProperty("extensionOfUnknownLength")
    EXTENSION_OF_UNKNOWN_LENGTH(
            "Tiden är längre än målet, men åtagandet medger en förlängning vars längd inte är känd.",
            "The time is longer than the target, but the commitment allows an extension of unknown length."),
    @JsonProperty("compared")
    COMPARED("Jämfört med den uppmätta tiden.", "Compared with the observed time."),
    @JsonProperty("comparedWhateverConditions")
    COMPARED_WHATEVER_CONDITIONS(
            "Jämfört med den uppmätta tiden, som inte visar om åtagandets villkor var uppfyllda i varje ärende.",
            "Compared with the observed time, which does not tell whether the conditions were met in each case.");

    private final LocalizedText text;

    OutcomeReason(String swedish, String english) {
        this.text = new LocalizedText(Map.of("sv", swedish, "en", english));
    }

    public LocalizedText text() {
        return text;
    }
}
