package se.tjanstenav.mocks.agency;

import java.util.List;
import java.util.Set;
import se.tjanstenav.mocks.identity.ServerCertificate;

/** A server that plays one agency. It may be started again after a stop, then on the same port. */
public interface Stub {

    /** Starts on the given port, or on a free one when it is 0, showing that certificate; returns the port. */
    int start(int port, ServerCertificate certificate);

    void stop();

    /** Makes every token issued so far invalid, where the agency issues any. */
    default void expireTokens() {}

    /** The data files it answers from. */
    Set<String> dataFiles();

    /** What it could be asked and has not been: method and path of a mapping, or the name of an operation. */
    List<String> unused();

    /** Method and path of requests that met nothing. */
    List<String> unmatched();
}
