package se.tjanstenav.connectors.rest;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;

/** The link to the next page in a {@code Link} header (RFC 8288), as it stands there. */
final class NextLink {

    private static final Pattern LINK = Pattern.compile("<([^<>]*)>([^<]{0,500})");
    private static final Pattern NEXT = Pattern.compile(";\\s*rel\\s*=\\s*(\"([^\"]*\\s)?next(\\s[^\"]*)?\"|next\\b)");

    private NextLink() {}

    static Optional<String> in(HttpHeaders headers) {
        Matcher link = LINK.matcher(String.join(", ", headers.getOrEmpty(HttpHeaders.LINK)));
        while (link.find()) {
            if (NEXT.matcher(link.group(2).toLowerCase(Locale.ROOT)).find()) {
                return Optional.of(link.group(1));
            }
        }
        return Optional.empty();
    }
}
