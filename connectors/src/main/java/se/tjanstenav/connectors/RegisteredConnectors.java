package se.tjanstenav.connectors;

import java.util.List;
import se.tjanstenav.connectors.secret.Secrets;

/**
 * The connectors that agencies have registered, as far as they are to run. {@link Connectors} has them besides those
 * of the operator's files, and asks anew at every refresh; so {@link #revision} must be cheap.
 */
public interface RegisteredConnectors {

    /** A number that is another one after every write that may change what the other methods tell. */
    long revision();

    /** The versions that are to run, one of each connector. */
    List<Version> running();

    /** The text of a version, which never changes. */
    String text(Version version);

    /** What the connector may read. */
    Secrets secrets(String connector);

    /** A version of a connector. */
    record Version(String connector, int number) {}

    /** What faults call a registered connector ({@link DescriptorFault#source}). */
    static String source(String connector) {
        return "registered connector " + connector;
    }
}
