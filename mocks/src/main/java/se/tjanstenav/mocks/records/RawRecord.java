package se.tjanstenav.mocks.records;

/** One record as it stands in its data file, and what tells it apart there; the identity is empty where no one asks for it. */
public record RawRecord(String id, String text) {}
