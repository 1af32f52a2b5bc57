package se.tjanstenav.routes;

/** Descriptors have come, changed or gone while the hub runs; the connectors tell what there is now. */
public record ConnectorsChanged() {}
