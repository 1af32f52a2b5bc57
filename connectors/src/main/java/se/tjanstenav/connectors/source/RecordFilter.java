package se.tjanstenav.connectors.source;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.connectors.descriptor.Response;
import se.tjanstenav.connectors.tree.TreePointer;

/** Which of an answer's records belong to the feed, and who they are. */
final class RecordFilter {

    private final TreePointer id;
    private final @Nullable TreePointer outerId;
    private final Map<TreePointer, String> where = new HashMap<>();

    RecordFilter(Response response) {
        this.id = TreePointer.parse(response.id());
        this.outerId = response.outerId() == null ? null : TreePointer.parse(response.outerId());
        response.where().forEach((pointer, value) -> where.put(TreePointer.parse(pointer), value));
    }

    /** Whether every condition holds; a list satisfies one if it contains the text. */
    boolean accepts(@Nullable Object tree) {
        return where.entrySet().stream().allMatch(condition -> {
            List<Object> found = condition.getKey().findAll(tree);
            return found.stream().anyMatch(value -> condition.getValue().equals(value.toString()));
        });
    }

    /** The identity, of which that of what stands around a nested list may be a part, escaped so that the two stay apart. */
    @Nullable
    String id(@Nullable Object tree, @Nullable Object outer) {
        Optional<String> own = id.findText(tree);
        if (outerId == null) {
            return own.orElse(null);
        }
        return outerId.findText(outer)
                .flatMap(around -> own.map(inner -> around.replace("~", "~0").replace("/", "~1") + "/" + inner))
                .orElse(null);
    }
}
