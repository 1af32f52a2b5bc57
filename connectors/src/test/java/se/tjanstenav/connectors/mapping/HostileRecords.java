package se.tjanstenav.connectors.mapping;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records as an agency that means harm might send them, within what the hub reads of a record. */
final class HostileRecords {

    private HostileRecords() {}

    static List<Map<String, @Nullable Object>> all() {
        return List.of(small(), wide(), deep(), odd());
    }

    private static Map<String, @Nullable Object> small() {
        Map<String, @Nullable Object> record = new LinkedHashMap<>();
        record.put("a", 1);
        record.put("text", "Anmäl flytt");
        record.put("items", List.of(Map.of("a", 1, "text", "x"), Map.of("a", "2", "items", List.of(1, 2, 3))));
        record.put("numbers", List.of(1, 2.5, -3));
        return record;
    }

    private static Map<String, @Nullable Object> wide() {
        Map<String, @Nullable Object> record = small();
        List<Object> wide = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            wide.add(i % 3 == 0 ? "text " + i : i);
        }
        record.put("wide", wide);
        record.put("long", "ab".repeat(200_000));
        record.put("collisions", collisions());
        return record;
    }

    /** Lists that differ and have one hash. */
    private static List<Object> collisions() {
        List<Object> lists = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            lists.add(List.of(i, 31 * (20_000 - i)));
        }
        return lists;
    }

    private static Map<String, @Nullable Object> deep() {
        Map<String, @Nullable Object> record = small();
        Object deep = "bottom";
        for (int i = 0; i < 90; i++) {
            Map<String, @Nullable Object> around = new LinkedHashMap<>();
            around.put("deep", deep);
            around.put("a", i);
            deep = i % 2 == 0 ? around : new ArrayList<>(List.of(around, i));
        }
        record.put("deep", deep);
        return record;
    }

    private static Map<String, @Nullable Object> odd() {
        Map<String, @Nullable Object> record = small();
        for (String name :
                List.of("__proto__", "constructor", "class", "", "\u0000", "\ud83d\ude00", "\ud800", "$", "a.b")) {
            record.put(name, Map.of("a", name));
        }
        record.put(
                "numbers", List.of(Double.MAX_VALUE, Double.MIN_VALUE, Long.MIN_VALUE, BigInteger.TEN.pow(99), -0.0));
        record.put("items", new ArrayList<@Nullable Object>(Arrays.asList(null, "\u0000", List.of(), Map.of(), null)));
        record.put("text", null);
        record.put("long", "\ud83d\ude00\u0301\u202e".repeat(20_000));
        return record;
    }
}
