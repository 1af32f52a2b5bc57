package se.tjanstenav.catalog;

import java.util.List;
import java.util.Optional;
import se.tjanstenav.catalog.model.Agency;
import se.tjanstenav.catalog.model.AgencyId;

/** Every agency that a connector speaks or has spoken for, with how much of the catalogue it answers for. */
public interface Agencies {

    /** In order of id. */
    List<Listed> all();

    Optional<Listed> agency(AgencyId id);

    /**
     * An agency of the catalogue.
     *
     * @param services how many published services it answers for; 0 for one that has published none, or none any more
     */
    record Listed(Agency agency, long services) {}
}
