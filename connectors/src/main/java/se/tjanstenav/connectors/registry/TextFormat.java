package se.tjanstenav.connectors.registry;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a descriptor was written. */
public enum TextFormat {
    @JsonProperty("yaml")
    YAML,
    @JsonProperty("json")
    JSON
}
