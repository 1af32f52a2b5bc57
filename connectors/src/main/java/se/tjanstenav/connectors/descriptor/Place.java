package se.tjanstenav.connectors.descriptor;

/**
 * Where in a descriptor's text something stands.
 *
 * @param line from 1; 0 where it is unknown
 * @param column from 1; 0 where it is unknown
 */
public record Place(int line, int column) {

    public static final Place UNKNOWN = new Place(0, 0);
}
