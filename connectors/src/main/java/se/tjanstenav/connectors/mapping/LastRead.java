package se.tjanstenav.connectors.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.connectors.tree.TreePointer;

/** Notes which field of a record was asked for last, with the places in lists. For one evaluation. */
final class LastRead {

    private @Nullable String pointer;

    /** Where the field is or would be; null if none was asked for. */
    @Nullable
    String pointer() {
        return pointer;
    }

    /** The record as a tree that is watched. */
    @Nullable
    Object watch(@Nullable Object record) {
        return watch(record, "");
    }

    private @Nullable Object watch(@Nullable Object value, String at) {
        if (value instanceof Map<?, ?> map) {
            Watched watched = new Watched(this, at);
            map.forEach((name, child) -> {
                String text = String.valueOf(name);
                watched.put(text, watch(child, TreePointer.append(at, text)));
            });
            return watched;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> watched = new ArrayList<>(list.size());
            list.forEach(child -> watched.add(watch(child, TreePointer.append(at, String.valueOf(watched.size())))));
            return watched;
        }
        return value;
    }

    /** A map that tells which member is asked for. */
    private static final class Watched extends LinkedHashMap<String, @Nullable Object> {

        private static final long serialVersionUID = 1L;

        private final transient LastRead reads;
        private final String at;

        Watched(LastRead reads, String at) {
            this.reads = reads;
            this.at = at;
        }

        @Override
        public @Nullable Object get(@Nullable Object name) {
            reads.pointer = TreePointer.append(at, String.valueOf(name));
            return super.get(name);
        }
    }
}
