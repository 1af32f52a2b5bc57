package se.tjanstenav.routes.api;

import se.tjanstenav.catalog.model.Agency;

/** An agency by id and name. */
record AgencyReference(String id, String name) {

    static AgencyReference of(Agency agency, Languages languages) {
        return new AgencyReference(
                agency.id().value(), Wording.Text.of(languages, agency.name()).text());
    }
}
