package se.tjanstenav.connectors.tree;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.connectors.fault.FaultCode;
import se.tjanstenav.connectors.fault.SourceException;

/**
 * The elements of a list that stands within each record of another reader, one outer record at a time. A list that is
 * absent or null is empty.
 */
public final class NestedRecords implements RecordReader {

    private final RecordReader outers;
    private final TreePointer list;
    private Iterator<?> elements = List.of().iterator();
    private @Nullable Object outer;
    private @Nullable Object current;
    private boolean anyOuter;
    private boolean anyList;

    private NestedRecords(RecordReader outers, TreePointer list) {
        this.outers = outers;
        this.list = list;
    }

    /**
     * The reader itself, or what is nested in its records.
     *
     * @param list pointer to the list within an outer record, null where the records are not nested
     */
    public static RecordReader in(RecordReader records, @Nullable String list) {
        return list == null ? records : new NestedRecords(records, TreePointer.parse(list));
    }

    @Override
    public boolean advance() {
        while (!elements.hasNext()) {
            if (!outers.advance()) {
                return false;
            }
            enter();
        }
        current = elements.next();
        return true;
    }

    /** What is lost with half an outer record has no identity, so it could not even be kept as it was. */
    private void enter() {
        if (outers.isOversized()) {
            throw SourceException.of(
                    FaultCode.TOO_LARGE,
                    "What stands around a nested list has over 200,000 values or 4 million characters, the list included");
        }
        Object whole = outers.current();
        anyOuter = true;
        anyList |= hasPlaceFor(whole);
        elements = list.findAll(whole).iterator();
        outer = without(whole, list.segments());
    }

    /** In XML an empty list does not show, but the element around it may. */
    private boolean hasPlaceFor(@Nullable Object whole) {
        Object around = whole;
        List<String> segments = list.segments();
        for (String segment : segments.subList(0, segments.size() - 1)) {
            around = around instanceof Map<?, ?> map ? map.get(segment) : null;
        }
        boolean named = around instanceof Map<?, ?> map && map.containsKey(segments.get(segments.size() - 1));
        return named || (segments.size() > 1 && around != null);
    }

    private static @Nullable Object without(@Nullable Object tree, List<String> path) {
        if (!(tree instanceof Map<?, ?> map)) {
            return tree;
        }
        Map<String, @Nullable Object> rest = new LinkedHashMap<>();
        map.forEach((name, value) -> rest.put(String.valueOf(name), value));
        String first = path.get(0);
        if (path.size() == 1) {
            rest.remove(first);
        } else if (rest.containsKey(first)) {
            rest.put(first, without(rest.get(first), new ArrayList<>(path.subList(1, path.size()))));
        }
        return rest;
    }

    @Override
    public void requireList() {
        outers.requireList();
        if (anyOuter && !anyList) {
            throw SourceException.of(
                    FaultCode.MALFORMED_RESPONSE, "No element of the answer's list has a list at '%s'".formatted(list));
        }
    }

    @Override
    public @Nullable Object current() {
        return current;
    }

    @Override
    public @Nullable Object outer() {
        return outer;
    }

    @Override
    public boolean isOversized() {
        return false;
    }

    @Override
    public Map<String, @Nullable Object> envelope() {
        return outers.envelope();
    }

    @Override
    public void close() {
        outers.close();
    }
}
