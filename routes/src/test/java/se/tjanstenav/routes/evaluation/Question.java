package se.tjanstenav.routes.evaluation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;
import se.tjanstenav.catalog.model.ServiceId;

/**
 * What somebody asks, and what answers it.
 *
 * @param language what it is asked in, and what the portal is read in
 * @param answers any of them is a right answer
 */
record Question(String language, String text, Set<ServiceId> answers) {

    private static final int ONE_IN = 3;

    /** Whether it belongs to the third that is not looked at while search is tuned. */
    boolean isKeptAside() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Integer.remainderUnsigned(ByteBuffer.wrap(hash).getInt(), ONE_IN) == 0;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
