package se.tjanstenav.routes.changes;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.ChangeLog.Change;

/**
 * A place in the change log of one store: the number of a change together with a fingerprint of that change, so that
 * another store, and one that was set back to an older backup and has gone another way since, tells that it is none of
 * its own. Opaque to whoever gets it.
 *
 * @param sequence number of the change it stands after, 0 before the first
 * @param fingerprint eleven characters of base64url
 */
record Cursor(long sequence, String fingerprint) {

    private static final Pattern FORM = Pattern.compile("([0-9a-z]{1,12})\\.([A-Za-z0-9_-]{11})");
    private static final int RADIX = 36;
    private static final int FINGERPRINT_BYTES = 8;

    /**
     * The cursor after a change.
     *
     * @param change null for the place before the first
     */
    static Cursor after(UUID store, @Nullable Change change) {
        return change == null
                ? new Cursor(0, fingerprint(store.toString()))
                : new Cursor(
                        change.sequence(),
                        fingerprint("%s\n%d\n%s\n%s\n%d"
                                .formatted(
                                        store,
                                        change.sequence(),
                                        change.service(),
                                        change.kind(),
                                        change.at().toEpochMilli())));
    }

    /** The cursor that a caller sent, or nothing where it cannot be one. */
    static Optional<Cursor> parse(String text) {
        return Optional.of(FORM.matcher(text))
                .filter(matcher -> matcher.matches())
                .map(matcher -> new Cursor(Long.parseLong(matcher.group(1), RADIX), matcher.group(2)));
    }

    private static String fingerprint(String of) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(of.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, FINGERPRINT_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform provides SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return Long.toString(sequence, RADIX) + "." + fingerprint;
    }
}
