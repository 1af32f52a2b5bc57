package se.tjanstenav.routes.api;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.Evidence;

/**
 * Something to enclose.
 *
 * @param text what it is called
 * @param language of {@code text}
 * @param description what it must show
 * @param type code of the kind of proof
 * @param page where it can be had or is explained
 * @param languages languages it is accepted in, where the agency says so
 */
record EvidenceDetail(
        String text,
        String language,
        Wording.@Nullable Text description,
        @Nullable String type,
        @Nullable URI page,
        List<String> languages) {

    static List<EvidenceDetail> list(List<Evidence> evidence, Languages languages) {
        return evidence.stream().map(each -> of(each, languages)).toList();
    }

    private static EvidenceDetail of(Evidence evidence, Languages languages) {
        Wording.Text name = Wording.Text.of(languages, evidence.name());
        return new EvidenceDetail(
                name.text(),
                name.language(),
                Wording.Text.optional(languages, evidence.description()),
                evidence.type(),
                evidence.page(),
                evidence.languages());
    }
}
