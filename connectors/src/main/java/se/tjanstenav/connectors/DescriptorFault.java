package se.tjanstenav.connectors;

/**
 * One thing wrong with a descriptor.
 *
 * @param source the file or resource
 * @param pointer JSON pointer into the descriptor, empty for the whole
 * @param line line in the file, from 1; 0 where it is unknown
 * @param problem what is wrong
 * @param remedy what to do
 */
public record DescriptorFault(String source, String pointer, int line, String problem, String remedy) {

    @Override
    public String toString() {
        return "%s%s at '%s': %s. %s".formatted(source, line > 0 ? " line " + line : "", pointer, problem, remedy);
    }
}
