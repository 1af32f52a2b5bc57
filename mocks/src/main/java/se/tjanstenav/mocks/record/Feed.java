package se.tjanstenav.mocks.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A masked answer taken apart: its data file and what the mapping has to say of it.
 *
 * @param kind the data file's ending
 * @param envelope JSON around the records, with placeholders, where there is any
 * @param element the XML element that holds the records
 */
record Feed(
        String kind,
        String data,
        int records,
        int firstPage,
        @Nullable String id,
        @Nullable String envelope,
        @Nullable String element) {

    /** The first name by which every record has a value that no other has. */
    static @Nullable String identity(List<Map<String, String>> records) {
        Optional<Map<String, String>> first = records.stream().findFirst();
        return first.map(Map::keySet).stream()
                .flatMap(Set::stream)
                .filter(name -> records.stream()
                                .map(record -> record.get(name))
                                .filter(Objects::nonNull)
                                .filter(value -> !value.equals(Mask.SECRET))
                                .collect(Collectors.toSet())
                                .size()
                        == records.size())
                .findFirst()
                .orElse(null);
    }

    /** The parameters of the feed transformer, but for paging. */
    Map<String, Object> parameters(String file) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("file", file);
        if (element != null) {
            parameters.put("records", element);
        }
        if (id != null) {
            parameters.put("id", id);
        }
        if (envelope != null) {
            parameters.put("envelope", envelope);
        }
        return parameters;
    }
}
