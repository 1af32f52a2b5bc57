package se.tjanstenav.connectors.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.connectors.tree.TreePointer;

/**
 * Which fields records have, and which of them a mapping read, over as many records as it is given to. A field is a
 * value that is neither a map nor a list of maps, named by its pointer without the places in lists. It counts as read
 * once the expression asked for it, or put a map that holds it into the result. For one thread.
 */
public final class ReadFields {

    private final Map<String, Integer> present = new TreeMap<>();
    private final Set<String> read = new TreeSet<>();
    private boolean recording;

    /** How many records have each field that no mapping read, by pointer. */
    public Map<String, Integer> ignored() {
        Map<String, Integer> ignored = new TreeMap<>(present);
        ignored.keySet().removeAll(read);
        return ignored;
    }

    /** Counts a field as read that something else than the mapping needs, such as the record's identity. */
    public void use(String pointer) {
        read.add(pointer);
    }

    /** The record as a tree that notes what is asked of it, from {@link #begin} to {@link #end}. */
    @Nullable
    Object watch(@Nullable Object record) {
        recording = false;
        Set<String> fields = new TreeSet<>();
        Object watched = watch(record, "", fields);
        fields.forEach(field -> present.merge(field, 1, Integer::sum));
        return watched;
    }

    /** A tree beside the record; its fields are named by its variable, such as {@code $detail/name}. */
    @Nullable
    Object watch(String variable, @Nullable Object tree) {
        Set<String> fields = new TreeSet<>();
        Object watched = watch(tree, "$" + variable, fields);
        fields.forEach(field -> present.merge(field, 1, Integer::sum));
        return watched;
    }

    private @Nullable Object watch(@Nullable Object value, String pointer, Set<String> fields) {
        if (value instanceof Map<?, ?> map) {
            Watched watched = new Watched(this, pointer);
            map.forEach((name, child) -> {
                String text = String.valueOf(name);
                watched.put(text, watch(child, TreePointer.append(pointer, text), fields));
            });
            return watched;
        }
        if (value instanceof List<?> list && list.stream().anyMatch(ReadFields::isStructure)) {
            List<@Nullable Object> watched = new ArrayList<>(list.size());
            list.forEach(child -> watched.add(watch(child, pointer, fields)));
            return watched;
        }
        fields.add(pointer);
        return value;
    }

    private static boolean isStructure(@Nullable Object value) {
        return value instanceof Map || value instanceof List;
    }

    void begin() {
        recording = true;
    }

    /** Notes what the result carries on as a whole; what happens to the record later is not the expression's doing. */
    void end(@Nullable Object result) {
        carriedOn(result);
        recording = false;
    }

    private void carriedOn(@Nullable Object value) {
        if (value instanceof Watched whole) {
            whole.readWhole();
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(this::carriedOn);
        } else if (value instanceof List<?> list) {
            list.forEach(this::carriedOn);
        }
    }

    private void asked(String pointer) {
        if (recording) {
            read.add(pointer);
        }
    }

    /** A map that tells which of its members were asked for. */
    static final class Watched extends LinkedHashMap<String, @Nullable Object> {

        private static final long serialVersionUID = 1L;

        private final transient ReadFields fields;
        private final String pointer;

        Watched(ReadFields fields, String pointer) {
            this.fields = fields;
            this.pointer = pointer;
        }

        @Override
        public @Nullable Object get(@Nullable Object name) {
            fields.asked(TreePointer.append(pointer, String.valueOf(name)));
            return super.get(name);
        }

        @Override
        public Set<Map.Entry<String, @Nullable Object>> entrySet() {
            askedForAll();
            return super.entrySet();
        }

        @Override
        public Collection<@Nullable Object> values() {
            askedForAll();
            return super.values();
        }

        /** The values, unnoticed. */
        Collection<@Nullable Object> valuesUnnoticed() {
            return super.values();
        }

        private void askedForAll() {
            keySet().forEach(name -> fields.asked(TreePointer.append(pointer, name)));
        }

        private void readWhole() {
            askedForAll();
            super.values().forEach(fields::readElements);
        }
    }

    private void readElements(@Nullable Object child) {
        if (child instanceof Watched map) {
            map.readWhole();
        } else if (child instanceof List<?> list) {
            list.forEach(this::readElements);
        }
    }
}
