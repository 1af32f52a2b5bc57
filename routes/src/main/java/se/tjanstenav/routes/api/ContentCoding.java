package se.tjanstenav.routes.api;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code Accept-Encoding} (RFC 9110, 12.5.3) as far as the hub has a choice: gzip or as it is. */
final class ContentCoding {

    private static final Pattern GZIP = Pattern.compile("(gzip|x-gzip)(\\s*;.*)?");
    private static final Pattern REFUSED = Pattern.compile(";\\s*q=0(\\.0{0,3})?\\s*$");

    private ContentCoding() {}

    static boolean acceptsGzip(@Nullable String acceptEncoding) {
        if (acceptEncoding == null) {
            return false;
        }
        String[] codings = acceptEncoding.toLowerCase(Locale.ROOT).split(",", -1);
        return Arrays.stream(codings)
                .map(String::strip)
                .filter(coding -> GZIP.matcher(coding).matches())
                .findFirst()
                .or(() -> Arrays.stream(codings)
                        .map(String::strip)
                        .filter(coding -> coding.startsWith("*"))
                        .findFirst())
                .filter(coding -> !REFUSED.matcher(coding).find())
                .isPresent();
    }
}
