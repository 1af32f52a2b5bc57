package se.tjanstenav.connectors.trial;

/** A number with its noun. */
public final class Counted {

    private Counted() {}

    /** Such as {@code 1 record} or {@code 2 records}. */
    public static String of(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
