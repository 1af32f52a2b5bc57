package se.tjanstenav.catalog.cache;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import se.tjanstenav.catalog.AnswerCache.Answer;
import se.tjanstenav.catalog.AnswerCache.Rendering;
import se.tjanstenav.catalog.model.FeedId;

/**
 * An answer and what its validity hangs on.
 *
 * @param renderedAt on the clock of {@link Invalidations}, before rendering began
 * @param expires when the first of its feeds turns stale
 */
record CachedAnswer(Answer answer, List<FeedId> feeds, long renderedAt, Instant expires) {

    /** Entry, key, headers and object headers beside the two bodies; an estimate on the safe side. */
    private static final int OVERHEAD = 600;

    private static final int ETAG_BYTES = 18;

    static CachedAnswer of(Rendering rendering, long renderedAt, Instant expires) {
        byte[] body = rendering.body();
        String tag = tag(body);
        Answer answer = new Answer(
                body,
                gzip(body),
                '"' + tag + '"',
                '"' + tag + "-gzip\"",
                rendering.contentLanguage(),
                rendering.lastModified());
        return new CachedAnswer(answer, List.copyOf(rendering.feeds()), renderedAt, expires);
    }

    int weight() {
        return answer.identity().length + answer.gzip().length + OVERHEAD;
    }

    private static String tag(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, ETAG_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform provides SHA-256", e);
        }
    }

    private static byte[] gzip(byte[] body) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(body.length / 2 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException("Compressing in memory does no I/O", e);
        }
        return compressed.toByteArray();
    }
}
