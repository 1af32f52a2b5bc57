package se.tjanstenav.connectors.registry;

import java.time.Instant;

/** Who did something to a version, and when. */
public record Deed(String by, Instant at) {}
