package se.tjanstenav.catalog.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.PublishedContributions.FieldChange;
import tools.jackson.databind.JsonNode;

/**
 * Where two JSON trees of the same kind differ, field by field. Two trees differ somewhere exactly if their canonical
 * forms do: blanks, and the order of lists whose order means nothing, are no difference.
 */
final class FieldChanges {

    private final List<FieldChange> changes = new ArrayList<>();

    private FieldChanges() {}

    static List<FieldChange> between(JsonNode before, JsonNode after) {
        FieldChanges found = new FieldChanges();
        found.compare("", before, after, false);
        return found.changes;
    }

    static List<String> pointers(JsonNode before, JsonNode after) {
        return between(before, after).stream().map(FieldChange::pointer).toList();
    }

    private void compare(String pointer, @Nullable JsonNode before, @Nullable JsonNode after, boolean ordered) {
        if (isNothing(before) && isNothing(after)) {
            return;
        }
        if (before == null || after == null || isNothing(before) || isNothing(after)) {
            note(pointer, before, after);
        } else if (!CanonicalJson.form(before, ordered).equals(CanonicalJson.form(after, ordered))) {
            if (before.isObject() && after.isObject()) {
                objects(pointer, before, after);
            } else if (before.isArray() && after.isArray()) {
                arrays(pointer, before, after, ordered);
            } else {
                note(pointer, before, after);
            }
        }
    }

    private static boolean isNothing(@Nullable JsonNode node) {
        return node == null || node.isNull() || (node.isContainer() && node.isEmpty());
    }

    private void objects(String pointer, JsonNode before, JsonNode after) {
        TreeSet<String> names = new TreeSet<>(before.propertyNames());
        names.addAll(after.propertyNames());
        for (String name : names) {
            String below = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
            compare(below, before.get(name), after.get(name), CanonicalJson.isOrdered(name));
        }
    }

    private void arrays(String pointer, JsonNode before, JsonNode after, boolean ordered) {
        Map<Integer, Integer> pairs = ordered ? Pairing.byPlace(before, after) : Pairing.byLikeness(before, after);
        for (int i = 0; i < before.size(); i++) {
            if (!pairs.containsValue(i)) {
                note(pointer + "/" + i, before.get(i), null);
            }
        }
        for (int i = 0; i < after.size(); i++) {
            Integer partner = pairs.get(i);
            compare(pointer + "/" + i, partner == null ? null : before.get(partner), after.get(i), false);
        }
    }

    private void note(String pointer, @Nullable JsonNode before, @Nullable JsonNode after) {
        changes.add(new FieldChange(pointer, Json.plain(before), Json.plain(after)));
    }

    /** Which elements of two lists are one and the same thing before and after, by places: after to before. */
    private static final class Pairing {

        /** Each unlike element is held against each: beyond this many times, places must do. */
        private static final int MOST_COMPARISONS = 10_000;

        private final JsonNode before;
        private final JsonNode after;
        private final Map<Integer, Integer> pairs = new LinkedHashMap<>();
        private final List<Integer> left = new ArrayList<>();

        private Pairing(JsonNode before, JsonNode after) {
            this.before = before;
            this.after = after;
        }

        static Map<Integer, Integer> byPlace(JsonNode before, JsonNode after) {
            Map<Integer, Integer> pairs = new LinkedHashMap<>();
            for (int i = 0; i < Math.min(before.size(), after.size()); i++) {
                pairs.put(i, i);
            }
            return pairs;
        }

        /** Equal elements first, and then those objects that have most members in common. */
        static Map<Integer, Integer> byLikeness(JsonNode before, JsonNode after) {
            Pairing pairing = new Pairing(before, after);
            pairing.equalOnes();
            if ((long) pairing.left.size() * (after.size() - pairing.pairs.size()) > MOST_COMPARISONS) {
                return byPlace(before, after);
            }
            pairing.likelyOnes();
            return pairing.pairs;
        }

        private void equalOnes() {
            Map<String, List<Integer>> byForm = new LinkedHashMap<>();
            for (int i = 0; i < before.size(); i++) {
                byForm.computeIfAbsent(CanonicalJson.form(before.get(i), false), form -> new ArrayList<>())
                        .add(i);
            }
            for (int i = 0; i < after.size(); i++) {
                List<Integer> equal = byForm.getOrDefault(CanonicalJson.form(after.get(i), false), List.of());
                if (!equal.isEmpty()) {
                    pairs.put(i, equal.remove(0));
                }
            }
            byForm.values().forEach(left::addAll);
        }

        private void likelyOnes() {
            for (int i = 0; i < after.size(); i++) {
                if (!pairs.containsKey(i)) {
                    int place = i;
                    mostLike(after.get(i)).ifPresent(partner -> {
                        pairs.put(place, partner);
                        left.remove(partner);
                    });
                }
            }
        }

        private Optional<Integer> mostLike(JsonNode element) {
            Integer found = null;
            int most = 0;
            for (Integer candidate : left) {
                int common = common(before.get(candidate), element);
                if (common > most) {
                    most = common;
                    found = candidate;
                }
            }
            return Optional.ofNullable(found);
        }

        private static int common(JsonNode one, JsonNode other) {
            int common = 0;
            for (String name : one.isObject() && other.isObject() ? one.propertyNames() : List.<String>of()) {
                JsonNode value = other.get(name);
                if (value != null
                        && CanonicalJson.form(one.get(name), false).equals(CanonicalJson.form(value, false))) {
                    common++;
                }
            }
            return common;
        }
    }
}
