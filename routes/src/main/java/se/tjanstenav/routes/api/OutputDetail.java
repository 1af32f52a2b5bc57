package se.tjanstenav.routes.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.Output;

/**
 * What the recipient gets.
 *
 * @param text what it is called
 * @param language of {@code text}
 * @param description what it is good for
 * @param type code of the kind of result
 * @param languages languages it can be had in, where the agency says so
 */
record OutputDetail(
        String text,
        String language,
        Wording.@Nullable Text description,
        @Nullable String type,
        List<String> languages) {

    static List<OutputDetail> list(List<Output> outputs, Languages languages) {
        return outputs.stream().map(each -> of(each, languages)).toList();
    }

    private static OutputDetail of(Output output, Languages languages) {
        Wording.Text name = Wording.Text.of(languages, output.name());
        return new OutputDetail(
                name.text(),
                name.language(),
                Wording.Text.optional(languages, output.description()),
                output.type(),
                output.languages());
    }
}
