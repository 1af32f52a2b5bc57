package se.tjanstenav.routes.evaluation;

import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.LocalizedText;
import se.tjanstenav.catalog.model.Service;
import se.tjanstenav.catalog.model.ServiceDescription;

/** What a service says of itself, in all its languages: the texts that every finder is given. */
final class Texts {

    private Texts() {}

    static String of(Service service) {
        ServiceDescription said = service.description();
        Stream<@Nullable LocalizedText> texts = Stream.concat(
                Stream.of(said.name(), said.summary(), said.description()),
                Stream.of(
                                said.requirements().stream(),
                                said.evidence().stream().map(evidence -> evidence.name()),
                                said.outputs().stream().map(output -> output.name()))
                        .flatMap(each -> each));
        Stream<String> keywords = said.keywords().values().stream().flatMap(Collection::stream);
        return Stream.concat(
                        texts.filter(text -> text != null).flatMap(text -> text.byLanguage().values().stream()),
                        keywords)
                .collect(Collectors.joining("\n"));
    }
}
