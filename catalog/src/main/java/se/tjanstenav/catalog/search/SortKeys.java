package se.tjanstenav.catalog.search;

import java.text.Collator;
import java.util.HexFormat;

/** Names as strings that sort the way a reader of the language expects: å, ä and ö last in Swedish and Finnish. */
final class SortKeys {

    /** Lucene bounds the length of what it sorts by. */
    private static final int CHARACTERS = 200;

    private SortKeys() {}

    /** @param id orders services of the same name, so that pages never overlap */
    static String key(SearchLanguage language, String name, String id) {
        Collator collator = Collator.getInstance(language.locale());
        String start = name.substring(0, Math.min(CHARACTERS, name.length()));
        return HexFormat.of().formatHex(collator.getCollationKey(start).toByteArray()) + " " + id;
    }
}
