package se.tjanstenav.catalog;

/**
 * A reject as its run keeps it.
 *
 * @param number its place among the run's rejects, from 1
 * @param replayable whether the record's source is kept, so that it can be mapped again
 */
public record KeptReject(int number, Reject reject, boolean replayable) {}
