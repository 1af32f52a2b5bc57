package se.tjanstenav.catalog.store;

import java.util.ArrayList;
import java.util.List;

/** Cuts a list into parts small enough for one statement's parameters. */
final class Slices {

    private Slices() {}

    static <T> List<List<T>> of(List<T> all, int size) {
        List<List<T>> slices = new ArrayList<>();
        for (int from = 0; from < all.size(); from += size) {
            slices.add(all.subList(from, Math.min(all.size(), from + size)));
        }
        return slices;
    }
}
