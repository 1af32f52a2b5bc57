package se.tjanstenav.mocks;

/** One record as it stands in its data file, and what tells it apart there; the identity is empty where no one asks for it. */
record RawRecord(String id, String text) {}
