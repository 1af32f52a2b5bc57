package se.tjanstenav.connectors.descriptor;

/**
 * One thing wrong with a descriptor.
 *
 * @param pointer JSON pointer into the descriptor, empty for the whole
 * @param line line in the file, from 1; 0 where it is unknown
 * @param problem what is wrong, without a full stop
 * @param remedy what to do, as a sentence
 */
public record Problem(String pointer, int line, String problem, String remedy) {}
