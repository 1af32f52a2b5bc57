package se.tjanstenav.mocks.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Comparator;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes secrets and signs of persons out of values. What it puts instead is fixed, so that masking twice changes nothing:
 * {@value #SECRET}, an address at {@code person.example}, and a telephone number that is set aside for fiction.
 */
final class Mask {

    static final String SECRET = "masked";
    private static final String E_MAIL = "namn.namnsson@person.example";
    private static final String PHONE = "070-174 06 05";
    private static final int SHORTEST_SECRET = 4;

    private static final Pattern E_MAILS = Pattern.compile("[\\w.+%-]+@[\\w-]+(\\.[\\w-]+)+");
    private static final Pattern PARAMETER = Pattern.compile("([\\w.-]+)=([^&;\\s\"'<>#]+)");
    private static final Pattern USER_INFO = Pattern.compile("(?<=://)[^/\\s\"'<>@]+@");
    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]{5,}\\.[\\w-]+\\.[\\w-]*"
            + "|(?i:(?<=\\bbearer )|(?<=\\bbasic ))[\\w.~+/=-]{8,}"
            + "|-----BEGIN [A-Z ]*PRIVATE KEY-----(?s:.*?)(-----END [A-Z ]*PRIVATE KEY-----|$)");

    private final TreeSet<String> known =
            new TreeSet<>(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    /** From now on this very text is a secret wherever it stands; of a header's value also its parts, decoded. */
    void learn(String secret) {
        Stream.of(secret.strip().split("\\s+")).forEach(part -> {
            remember(part);
            try {
                String decoded = new String(Base64.getDecoder().decode(part), UTF_8);
                if (decoded.contains(":")) {
                    remember(decoded);
                    remember(decoded.substring(decoded.indexOf(':') + 1));
                }
            } catch (IllegalArgumentException e) {
                // Not Base64, hence nothing within it.
                return;
            }
        });
        remember(secret.strip());
    }

    private void remember(String secret) {
        if (secret.length() >= SHORTEST_SECRET && !secret.equals(SECRET)) {
            known.add(secret);
        }
    }

    /** Text without a label: known secrets, tokens, secrets in addresses and personal numbers go. */
    String text(String text) {
        String masked = text;
        for (String secret : known) {
            masked = masked.replace(secret, SECRET);
        }
        masked = TOKEN.matcher(masked).replaceAll(SECRET);
        masked = USER_INFO.matcher(masked).replaceAll("");
        masked = PARAMETER.matcher(masked).replaceAll(Mask::parameter);
        return PersonalNumbers.masked(masked);
    }

    /**
     * A value under its label.
     *
     * @param person whether what it belongs to is a person
     */
    String value(String label, boolean person, String value) {
        if (Labels.secret(label)) {
            return value.isBlank() ? value : SECRET;
        }
        String masked = text(value);
        if (person || Labels.person(label)) {
            masked = E_MAILS.matcher(masked).replaceAll(E_MAIL);
            if (Labels.phone(label) && masked.chars().anyMatch(Character::isDigit)) {
                masked = PHONE;
            }
        }
        return masked;
    }

    private static String parameter(MatchResult found) {
        return Matcher.quoteReplacement(Labels.secret(found.group(1)) ? found.group(1) + "=" + SECRET : found.group());
    }
}
