package se.tjanstenav.connectors.descriptor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.connectors.tree.TreePointer;

/**
 * Finds characters that cannot be seen, or turn the reading direction, written as escapes; raw control characters are no
 * YAML. They have no use in a descriptor, would end up in requests, logs and terminals, and make a text look like
 * another one. For one use.
 */
final class HiddenCharacters {

    private static final int BYTE_ORDER_MARK = 0xfeff;

    private final DescriptorReader.Places places;
    private final List<Problem> problems = new ArrayList<>();

    HiddenCharacters(DescriptorReader.Places places) {
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
                    text.codePoints().filter(HiddenCharacters::isUnwanted).findFirst();
            found.ifPresent(character -> problems.add(new Problem(
                    pointer,
                    places.of(pointer),
                    "the text holds the %s U+%04X"
                            .formatted(
                                    Character.isISOControl(character) ? "control character" : "hidden character",
                                    character),
                    "Remove it; only line feeds and tabs are allowed.")));
        }
    }

    private static boolean isUnwanted(int character) {
        return character != '\n' && character != '\t' && isHiddenInName(character);
    }

    /** Whether a name must not have the character; a text may have line feeds and tabs too. */
    static boolean isHiddenInName(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            case Character.FORMAT -> isTurning(character) || character == BYTE_ORDER_MARK;
            default -> (character & 0xfffe) == 0xfffe;
        };
    }

    private static boolean isTurning(int character) {
        return (character >= 0x202a && character <= 0x202e) || (character >= 0x2066 && character <= 0x2069);
    }
}
