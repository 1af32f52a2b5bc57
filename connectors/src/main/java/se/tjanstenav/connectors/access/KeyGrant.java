package se.tjanstenav.connectors.access;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.AgencyId;

/**
 * What a key is for.
 *
 * @param title whose or what for, as people tell keys apart; one line of at most 100 characters
 * @param agency whose key it is; null for an operator's
 * @param expiresAt from when on it is refused; null for never
 */
public record KeyGrant(
        String title,
        Role role,
        @Nullable AgencyId agency,
        @Nullable Instant expiresAt) {

    public static final int LONGEST_TITLE = 100;
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029]");

    public KeyGrant {
        if (!fitsAsTitle(title)) {
            throw new IllegalArgumentException(
                    "A key's title is one line of 1 to %d printable characters".formatted(LONGEST_TITLE));
        }
        if ((role == Role.AGENCY) != (agency != null)) {
            throw new IllegalArgumentException("An agency's key has an agency, an operator's has none");
        }
    }

    public static boolean fitsAsTitle(String text) {
        return !text.isBlank()
                && text.codePointCount(0, text.length()) <= LONGEST_TITLE
                && !UNSAFE.matcher(text).find();
    }
}
