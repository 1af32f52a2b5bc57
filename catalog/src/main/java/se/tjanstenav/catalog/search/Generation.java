package se.tjanstenav.catalog.search;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import se.tjanstenav.catalog.model.ServiceId;

/**
 * One whole index of the catalogue, from its making until another takes its place. Writing is idempotent, and where
 * several replicas write to one generation, an older state never replaces a newer one.
 */
interface Generation {

    String name();

    /** How far it has followed; empty until it has been made whole. */
    Optional<IndexPosition> position();

    /** How many services searches see in it. */
    long count();

    /** How many changes it takes in at most before it is moved on while it follows. */
    int stretch();

    /**
     * Adds, replaces and removes services; a failure may be told by the next call only.
     *
     * @param asOf a number of the change log that was read before the services were
     */
    void write(List<IndexedService> present, Collection<ServiceId> gone, long asOf);

    /** Whether so much has been written since it was laid out for searches that it is worth doing again. */
    boolean grown();

    /** Lays what it has moved on to out for searches, which takes a while and holds up neither them nor what is written. */
    void layOut();

    /** Makes what was written visible, and only then notes how far it goes; never goes back. */
    void moveTo(IndexPosition reached);
}
