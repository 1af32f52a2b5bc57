package se.tjanstenav.connectors;

/**
 * One thing wrong with a descriptor.
 *
 * @param source the file or resource
 * @param pointer JSON pointer into the descriptor, empty for the whole
 * @param line line in the file, from 1; 0 where it is unknown
 * @param column column in that line, from 1; 0 where it is unknown
 * @param problem what is wrong
 * @param remedy what to do
 */
public record DescriptorFault(String source, String pointer, int line, int column, String problem, String remedy) {

    @Override
    public String toString() {
        String place = line > 0 ? " line %d column %d".formatted(line, column) : "";
        return "%s%s at '%s': %s. %s".formatted(source, place, pointer, problem, remedy);
    }
}
