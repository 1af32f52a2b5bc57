package se.tjanstenav.connectors.descriptor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.connectors.tree.TreePointer;

/**
 * Finds control characters that are written as escapes; raw ones are no YAML. They have no use in a descriptor, and
 * would end up in requests, logs and terminals. For one use.
 */
final class ControlCharacters {

    private final DescriptorReader.Places places;
    private final List<Problem> problems = new ArrayList<>();

    ControlCharacters(DescriptorReader.Places places) {
        this.places = places;
    }

    List<Problem> in(@Nullable Object root) {
        look(root, "");
        return problems;
    }

    private void look(@Nullable Object value, String pointer) {
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                look(list.get(i), pointer + "/" + i);
            }
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((name, child) -> look(child, TreePointer.append(pointer, String.valueOf(name))));
        } else if (value instanceof String text) {
            OptionalInt found =
                    text.chars().filter(ControlCharacters::isUnwanted).findFirst();
            found.ifPresent(character -> problems.add(new Problem(
                    pointer,
                    places.of(pointer),
                    "the text holds the control character U+%04X".formatted(character),
                    "Remove it; only line feeds and tabs are allowed.")));
        }
    }

    private static boolean isUnwanted(int character) {
        return Character.isISOControl(character) && character != '\n' && character != '\t';
    }
}
