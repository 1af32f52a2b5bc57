package se.tjanstenav.routes.processes;

import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One state of all records of a witness agency. Its text is one word that no stemming, spelling tolerance or compound
 * splitting takes for that of another generation.
 */
record Generation(int number) implements Comparable<Generation> {

    private static final Pattern TEXT = Pattern.compile("g(\\d+)[a-z]{12}");
    private static final String LETTERS = "bcdfghjkmpqvwxz";
    private static final int LENGTH = 12;

    static Generation of(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("No generation: " + text);
        }
        return new Generation(Integer.parseInt(matcher.group(1)));
    }

    Generation next() {
        return new Generation(number + 1);
    }

    String text() {
        String letters = new Random(number)
                .ints(LENGTH, 0, LETTERS.length())
                .mapToObj(letter -> String.valueOf(LETTERS.charAt(letter)))
                .collect(Collectors.joining());
        return "g" + number + letters;
    }

    @Override
    public int compareTo(Generation other) {
        return Integer.compare(number, other.number);
    }
}
