package se.tjanstenav.connectors.descriptor;

/**
 * One thing wrong with a descriptor.
 *
 * @param pointer JSON pointer into the descriptor, empty for the whole
 * @param line line in the file, from 1; 0 where it is unknown
 * @param column column in that line, from 1; 0 where it is unknown
 * @param problem what is wrong, without a full stop
 * @param remedy what to do, as a sentence
 */
public record Problem(String pointer, int line, int column, String problem, String remedy) {

    Problem(String pointer, Place place, String problem, String remedy) {
        this(pointer, place.line(), place.column(), problem, remedy);
    }
}
