package se.tjanstenav.catalog.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The unit an agency counts in. It is kept as given: a working day is not a day. */
public enum TimeUnit {
    @JsonProperty("minutes")
    MINUTES,
    @JsonProperty("hours")
    HOURS,
    @JsonProperty("workingHours")
    WORKING_HOURS,
    @JsonProperty("days")
    DAYS,
    @JsonProperty("workingDays")
    WORKING_DAYS,
    @JsonProperty("weeks")
    WEEKS,
    @JsonProperty("months")
    MONTHS
}
