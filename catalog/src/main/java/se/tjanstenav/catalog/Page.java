package se.tjanstenav.catalog;

import java.util.List;

/**
 * Part of a list.
 *
 * @param total how long the whole is
 */
public record Page<T>(List<T> items, long total) {

    public Page {
        items = List.copyOf(items);
    }
}
