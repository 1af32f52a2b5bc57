package se.tjanstenav.connectors.descriptor;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number of bytes, written such as {@code 512KiB}, {@code 10MiB} or {@code 1GiB}. */
public record ByteSize(long bytes) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})(B|KiB|MiB|GiB)");

    public static ByteSize parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("A size is written such as 10MiB, but this is '" + text + "'");
        }
        int shift =
                switch (matcher.group(2)) {
                    case "KiB" -> 10;
                    case "MiB" -> 20;
                    case "GiB" -> 30;
                    default -> 0;
                };
        return new ByteSize(Long.parseLong(matcher.group(1)) << shift);
    }
}
