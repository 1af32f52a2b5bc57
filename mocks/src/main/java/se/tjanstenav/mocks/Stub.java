package se.tjanstenav.mocks;

import java.util.List;

/** A server that plays one agency. It may be started again after a stop, then on the same port. */
interface Stub {

    /** Starts on the given port, or on a free one when it is 0; returns the port. */
    int start(int port);

    void stop();

    /** Method and path of requests that met nothing. */
    List<String> unmatched();
}
