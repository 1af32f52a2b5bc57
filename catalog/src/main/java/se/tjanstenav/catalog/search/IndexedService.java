package se.tjanstenav.catalog.search;

import java.util.List;
import se.tjanstenav.catalog.model.Agency;
import se.tjanstenav.catalog.model.LocalizedText;
import se.tjanstenav.catalog.model.Service;

/** A service on its way into the index, with what its authority is called. */
final class IndexedService {

    final String id;
    final Service service;
    final List<LocalizedText> authorityNames;

    IndexedService(Service service, List<Agency> authority) {
        this.id = service.id().value();
        this.service = service;
        this.authorityNames = authority.stream().map(Agency::name).toList();
    }
}
