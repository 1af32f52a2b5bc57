package se.tjanstenav.connectors.conformance;

/** A number with its noun. */
final class Counted {

    private Counted() {}

    /** Such as {@code 1 record} or {@code 2 records}. */
    static String of(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
