package se.tjanstenav.catalog.search;

import java.util.UUID;

/**
 * What the indexes are called. The store's identity and the format are part of every name: hubs that were given the same
 * prefix by mistake, and old and new replicas during an upgrade, do not touch each other's.
 *
 * @param alias what searches go to
 */
record OpenSearchNames(String alias) {

    static OpenSearchNames of(String prefix, UUID store) {
        return new OpenSearchNames(
                "%s-%s-f%d".formatted(prefix, store.toString().substring(0, 8), IndexPosition.FORMAT));
    }

    String index(int number) {
        return "%s-%06d".formatted(alias, number);
    }

    String pattern() {
        return alias + "-*";
    }

    boolean isIndex(String name) {
        return name.startsWith(alias + "-")
                && name.substring(alias.length() + 1).matches("[0-9]{6}");
    }

    int number(String index) {
        return Integer.parseInt(index.substring(alias.length() + 1));
    }

    String writeAlias(String index) {
        return index + "-write";
    }

    /** How far each generation has come; beside them, because a removed index takes what is in it along. */
    String positions() {
        return alias + "-positions";
    }
}
