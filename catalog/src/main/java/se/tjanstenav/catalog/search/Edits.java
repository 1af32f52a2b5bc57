package se.tjanstenav.catalog.search;

/** Tells words apart by letters that are missing, too many, wrong, or changed places with the next. */
final class Edits {

    private Edits() {}

    /** Whether so many edits at most make one of the other. No letter is edited twice. */
    static boolean within(int most, String one, String other) {
        if (Math.abs(one.length() - other.length()) > most) {
            return false;
        }
        int[] beforeLast = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int least = fill(row, last, beforeLast, i, one, other);
            if (least > most) {
                return false;
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[other.length()] <= most;
    }

    /** Edits between the first letters of the one and any number of the other; the least of them. */
    private static int fill(int[] row, int[] last, int[] beforeLast, int i, String one, String other) {
        row[0] = i;
        int least = i;
        for (int j = 1; j < row.length; j++) {
            boolean same = one.charAt(i - 1) == other.charAt(j - 1);
            int edits = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + (same ? 0 : 1));
            if (i > 1
                    && j > 1
                    && one.charAt(i - 1) == other.charAt(j - 2)
                    && one.charAt(i - 2) == other.charAt(j - 1)) {
                edits = Math.min(edits, beforeLast[j - 2] + 1);
            }
            row[j] = edits;
            least = Math.min(least, edits);
        }
        return least;
    }

    /** Whether a word begins as it was typed but for one edit. */
    static boolean beginsNearly(String word, String typed) {
        int at = 0;
        int common = Math.min(word.length(), typed.length());
        while (at < common && word.charAt(at) == typed.charAt(at)) {
            at++;
        }
        int rest = typed.length() - at;
        return rest <= 1
                || word.startsWith(typed.substring(at + 1), at)
                || word.startsWith(typed.substring(at + 1), at + 1)
                || word.startsWith(typed.substring(at), at + 1)
                || swapped(word, typed, at);
    }

    private static boolean swapped(String word, String typed, int at) {
        return at + 1 < word.length()
                && word.charAt(at) == typed.charAt(at + 1)
                && word.charAt(at + 1) == typed.charAt(at)
                && word.startsWith(typed.substring(at + 2), at + 2);
    }
}
