package se.tjanstenav.catalog.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the recipient gets (CPSV-AP {@code cv:Output}, by {@code cpsv:produces}).
 *
 * @param name such as “Registreringsbevis”
 * @param description what it is good for and how long it holds
 * @param type code of the kind of result, such as {@code permit} or {@code certificate} ({@code dct:type})
 * @param languages languages it can be had in, BCP 47 ({@code dct:language})
 */
public record Output(
        LocalizedText name,
        @Nullable LocalizedText description,
        @Nullable String type,
        List<String> languages) {

    public Output(
            LocalizedText name,
            @Nullable LocalizedText description,
            @Nullable String type,
            @Nullable List<String> languages) {
        this.name = name;
        this.description = description;
        this.type = Constraints.optionalText(type, "type of output", 200);
        this.languages = Constraints.languages(languages);
    }

    /** One of which the name alone is known. */
    public static Output named(LocalizedText name) {
        return new Output(name, null, null, null);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Output of(Written written) {
        return written.name == null
                ? named(new LocalizedText(written.byLanguage))
                : new Output(written.name, written.description, written.type, written.languages);
    }

    /** An output of which the name alone is known is written as its name, as all were at first. */
    @JsonValue
    Object written() {
        return description == null && type == null && languages.isEmpty()
                ? name
                : new Written(name, description, type, languages, Map.of());
    }

    /** The two forms in which an output is written; a text by language that stands alone is its name. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Written(
            @Nullable LocalizedText name,
            @Nullable LocalizedText description,
            @Nullable String type,
            @Nullable List<String> languages,
            @JsonAnySetter Map<String, String> byLanguage) {}
}
