package se.tjanstenav.catalog.model;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The law behind a service, a time limit or a commitment (ELI {@code eli:LegalResource}).
 *
 * @param name such as “Plan- och bygglagen (2010:900) 9 kap. 27 §”
 * @param uri where the text can be read, http or https
 */
public record LegalResource(LocalizedText name, @Nullable URI uri) {

    public LegalResource {
        WebAddress.check(uri, "legal resource");
    }
}
