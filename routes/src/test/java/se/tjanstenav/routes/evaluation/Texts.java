package se.tjanstenav.routes.evaluation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.tjanstenav.catalog.model.LocalizedText;
import se.tjanstenav.catalog.model.Service;
import se.tjanstenav.catalog.model.ServiceDescription;

/** What a service says of itself, in all its languages: the texts that every finder is given. */
final class Texts {

    private Texts() {}

    static String of(Service service) {
        ServiceDescription said = service.description();
        List<LocalizedText> texts = new ArrayList<>();
        texts.add(said.name());
        Optional.ofNullable(said.summary()).ifPresent(texts::add);
        Optional.ofNullable(said.description()).ifPresent(texts::add);
        texts.addAll(said.requirements());
        said.evidence().forEach(evidence -> texts.add(evidence.name()));
        said.outputs().forEach(output -> texts.add(output.name()));
        return Stream.concat(
                        texts.stream().flatMap(text -> text.byLanguage().values().stream()),
                        said.keywords().values().stream().flatMap(Collection::stream))
                .collect(Collectors.joining("\n"));
    }
}
