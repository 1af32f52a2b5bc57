package se.tjanstenav.routes.api;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.LegalResource;

/** A law, with where to read it if known. */
record LegalResourceDetail(
        String name, String language, @Nullable URI uri) {

    static List<LegalResourceDetail> list(List<LegalResource> resources, Languages languages) {
        return resources.stream()
                .map(resource -> {
                    Wording.Text name = Wording.Text.of(languages, resource.name());
                    return new LegalResourceDetail(name.text(), name.language(), resource.uri());
                })
                .toList();
    }
}
