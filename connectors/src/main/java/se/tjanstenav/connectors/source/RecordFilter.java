package se.tjanstenav.connectors.source;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.connectors.descriptor.Response;
import se.tjanstenav.connectors.tree.TreePointer;

/** Which of an answer's records belong to the feed, and who they are. */
final class RecordFilter {

    private final TreePointer id;
    private final Map<TreePointer, String> where = new HashMap<>();

    RecordFilter(Response response) {
        this.id = TreePointer.parse(response.id());
        response.where().forEach((pointer, value) -> where.put(TreePointer.parse(pointer), value));
    }

    /** Whether every condition holds; a list satisfies one if it contains the text. */
    boolean accepts(@Nullable Object tree) {
        return where.entrySet().stream().allMatch(condition -> {
            List<Object> found = condition.getKey().findAll(tree);
            return found.stream().anyMatch(value -> condition.getValue().equals(value.toString()));
        });
    }

    @Nullable
    String id(@Nullable Object tree) {
        return id.findText(tree).orElse(null);
    }
}
