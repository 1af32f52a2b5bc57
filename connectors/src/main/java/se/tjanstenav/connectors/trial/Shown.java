package se.tjanstenav.connectors.trial;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.connectors.fault.Excerpt;

/** Copies trees for a report, with secrets masked and what is too long left out. For one record. */
final class Shown {

    /** What a value costs beside its text: about what its punctuation takes in JSON. */
    private static final int VALUE = 4;

    private static final int LONGEST_NAME = 200;

    private final UnaryOperator<String> mask;
    private int left;
    private boolean cut;

    /**
     * Makes a copier.
     *
     * @param budget how many characters all its copies together may have
     */
    Shown(UnaryOperator<String> mask, int budget) {
        this.mask = mask;
        this.left = budget;
    }

    /** Whether something was left out so far. */
    boolean isCut() {
        return cut;
    }

    @Nullable
    Object copy(@Nullable Object tree) {
        left -= VALUE;
        if (tree instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            for (Map.Entry<?, ?> member : map.entrySet()) {
                if (isUsedUp()) {
                    break;
                }
                String name = text(String.valueOf(member.getKey()), LONGEST_NAME);
                copy.put(name, copy(member.getValue()));
            }
            return copy;
        }
        if (tree instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>();
            for (Object element : list) {
                if (isUsedUp()) {
                    break;
                }
                copy.add(copy(element));
            }
            return copy;
        }
        return tree instanceof String text ? text(text, left) : tree;
    }

    private boolean isUsedUp() {
        cut |= left <= 0;
        return left <= 0;
    }

    private String text(String text, int most) {
        String masked = mask.apply(text);
        int length = Math.max(0, most);
        if (masked.length() > length) {
            cut = true;
            int end = length > 0 && Character.isHighSurrogate(masked.charAt(length - 1)) ? length - 1 : length;
            masked = masked.substring(0, end) + Excerpt.CUT;
        }
        left -= masked.length();
        return masked;
    }
}
