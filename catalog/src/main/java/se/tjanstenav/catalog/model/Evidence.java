package se.tjanstenav.catalog.model;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something to enclose with an application (CPSV-AP {@code cv:Evidence}, by {@code cpsv:hasInput}).
 *
 * @param description what it must show, how old it may be ({@code dct:description})
 * @param type code of the kind of proof, such as {@code medicalCertificate} ({@code dct:type})
 * @param page where it can be had or is explained, http or https ({@code foaf:page})
 * @param languages languages it is accepted in, BCP 47 ({@code dct:language})
 */
public record Evidence(
        LocalizedText name,
        @Nullable LocalizedText description,
        @Nullable String type,
        @Nullable URI page,
        List<String> languages) {

    public Evidence(
            LocalizedText name,
            @Nullable LocalizedText description,
            @Nullable String type,
            @Nullable URI page,
            @Nullable List<String> languages) {
        WebAddress.check(page, "evidence");
        this.name = name;
        this.description = description;
        this.type = Constraints.optionalText(type, "type of evidence", 200);
        this.page = page;
        this.languages = Constraints.languages(languages);
    }
}
