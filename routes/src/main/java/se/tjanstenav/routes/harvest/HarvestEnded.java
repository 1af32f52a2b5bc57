package se.tjanstenav.routes.harvest;

import se.tjanstenav.catalog.RunReport;

/** Told to the rest of the hub when a harvest has ended, however it ended. */
public record HarvestEnded(RunReport report) {}
