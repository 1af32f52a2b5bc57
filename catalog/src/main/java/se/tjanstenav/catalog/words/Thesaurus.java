package se.tjanstenav.catalog.words;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What else a word or an expression of a language may be called. Entries are known by their stems, so one form stands for
 * all.
 */
final class Thesaurus {

    private final String language;

    /** By the stems of the expression. */
    private final Map<List<String>, Set<String>> others = new HashMap<>();

    /** How many words the longest expression has that begins with a stem. */
    private final Map<String, Integer> longest = new HashMap<>();

    Thesaurus(String language) {
        this.language = language;
    }

    String language() {
        return language;
    }

    /** Each may be called by any of the others. */
    void addEqual(Collection<String> expressions) {
        for (String expression : expressions) {
            add(expression, expressions);
        }
    }

    /** Who says this may mean those, but not the other way round. */
    void add(String expression, Collection<String> meant) {
        List<String> key = key(expression);
        if (key.isEmpty()) {
            return;
        }
        Set<String> known = others.computeIfAbsent(key, unknown -> new LinkedHashSet<>());
        meant.stream().filter(other -> !key(other).equals(key)).forEach(known::add);
        longest.merge(key.get(0), key.size(), Math::max);
    }

    private List<String> key(String expression) {
        return Stems.stems(Stems.words(expression), language);
    }

    /** The most words that an expression beginning with this stem has; 0 where none does. */
    int longest(String stem) {
        return longest.getOrDefault(stem, 0);
    }

    boolean knows(List<String> stems) {
        return others.containsKey(stems);
    }

    List<String> othersOf(List<String> stems) {
        return new ArrayList<>(others.getOrDefault(stems, Set.of()));
    }
}
