package se.tjanstenav.routes.leak;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The forms in which a secret would still be one. Written apart from what masks them, so that it can find it wanting. */
final class Encoded {

    private static final int SHORTEST_LINE = 24;
    private static final int LONG = 32;

    private Encoded() {}

    /** Of a key in PEM, each line of the private part. */
    static List<String> forms(String secret) {
        if (secret.startsWith("-----BEGIN")) {
            List<String> lines = new ArrayList<>();
            int from = secret.indexOf("-----BEGIN PRIVATE KEY");
            secret.substring(from)
                    .lines()
                    .filter(line -> line.length() >= SHORTEST_LINE && !line.startsWith("-----"))
                    .forEach(lines::add);
            return lines;
        }
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        Set<String> forms = new LinkedHashSet<>();
        forms.add(secret);
        forms.add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
        forms.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
        forms.add(HexFormat.of().formatHex(bytes));
        forms.add(HexFormat.of().withUpperCase().formatHex(bytes));
        if (secret.length() > LONG) {
            // What is cut off still tells too much.
            forms.add(secret.substring(0, LONG));
        }
        return List.copyOf(forms);
    }

    /** Fails where the output shows one of the secrets, in whichever form. */
    static void requireNone(Map<String, String> planted, String where, String output) {
        planted.forEach((name, secret) -> {
            for (String form : forms(secret)) {
                int at = output.indexOf(form);
                if (at >= 0) {
                    String around = output.substring(Math.max(0, at - 300), Math.min(output.length(), at + 300));
                    throw new AssertionError("%s shows %s as %s: …%s…".formatted(where, name, form, around));
                }
            }
        });
    }
}
