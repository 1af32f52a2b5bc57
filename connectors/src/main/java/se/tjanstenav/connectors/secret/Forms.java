package se.tjanstenav.connectors.secret;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.web.util.UriUtils;
import tools.jackson.core.io.JsonStringEncoder;

/** The forms in which a text may come back from whoever was told it. */
final class Forms {

    private static final int SHORTEST = 4;
    private static final int SHORTEST_LINE = 16;
    static final String PEM_LABEL = "-----";

    private Forms() {}

    /** The value itself, its single lines where it is a key, and both in the encodings of headers, addresses and bodies. */
    static List<String> of(String value) {
        Set<String> forms = new LinkedHashSet<>();
        addEncoded(value, forms);
        if (value.contains("\n")) {
            value.lines()
                    .map(String::strip)
                    .filter(line -> line.length() >= SHORTEST_LINE && !line.startsWith(PEM_LABEL))
                    .forEach(forms::add);
        }
        forms.removeIf(form -> form.length() < SHORTEST);
        return List.copyOf(forms);
    }

    private static void addEncoded(String value, Set<String> forms) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        forms.add(value);
        forms.add(URLEncoder.encode(value, StandardCharsets.UTF_8));
        forms.add(UriUtils.encode(value, StandardCharsets.UTF_8));
        forms.add(UriUtils.encodeQueryParam(value, StandardCharsets.UTF_8));
        forms.add(Base64.getEncoder().encodeToString(bytes));
        forms.add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
        forms.add(Base64.getUrlEncoder().encodeToString(bytes));
        forms.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        forms.add(HexFormat.of().formatHex(bytes));
        forms.add(HexFormat.of().withUpperCase().formatHex(bytes));
        forms.add(new String(JsonStringEncoder.getInstance().quoteAsCharArray(value)));
        forms.add(value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
        forms.add(value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;"));
    }
}
