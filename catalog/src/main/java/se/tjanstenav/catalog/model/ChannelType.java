package se.tjanstenav.catalog.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The kinds of channel a citizen recognises. */
public enum ChannelType {
    @JsonProperty("eService")
    E_SERVICE,
    @JsonProperty("website")
    WEBSITE,
    @JsonProperty("phone")
    PHONE,
    @JsonProperty("chat")
    CHAT,
    @JsonProperty("email")
    EMAIL,
    @JsonProperty("visit")
    VISIT,
    @JsonProperty("letter")
    LETTER,
    @JsonProperty("form")
    FORM,
    @JsonProperty("socialMedia")
    SOCIAL_MEDIA
}
