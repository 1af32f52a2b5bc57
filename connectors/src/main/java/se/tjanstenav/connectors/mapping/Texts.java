package se.tjanstenav.connectors.mapping;

import java.text.Normalizer;
import java.util.Locale;

/** Text helpers for mappings. */
final class Texts {

    private static final int MAX_CODE = 80;

    private Texts() {}

    /** {@code Complete application received} becomes {@code completeApplicationReceived}; accents are dropped. */
    static String camelCase(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        StringBuilder code = new StringBuilder();
        for (String word : plain.split("[^A-Za-z0-9]+", -1)) {
            if (!word.isEmpty()) {
                String lower = word.toLowerCase(Locale.ROOT);
                code.append(code.isEmpty() ? lower : Character.toUpperCase(lower.charAt(0)) + lower.substring(1));
            }
        }
        return code.length() <= MAX_CODE ? code.toString() : code.substring(0, MAX_CODE);
    }
}
