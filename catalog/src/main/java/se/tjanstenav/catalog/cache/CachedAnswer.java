package se.tjanstenav.catalog.cache;

import com.github.benmanes.caffeine.cache.Cache;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import se.tjanstenav.catalog.AnswerCache.Answer;
import se.tjanstenav.catalog.AnswerCache.Rendering;
import se.tjanstenav.catalog.Freshness;
import se.tjanstenav.catalog.model.FeedId;

/**
 * An answer and what its validity hangs on.
 *
 * @param weight bytes that it takes at most
 * @param renderedAt on the clock of {@link Invalidations}, before rendering began
 * @param expires when the first of its feeds turns stale
 */
record CachedAnswer(Answer answer, int weight, List<FeedId> feeds, long renderedAt, Instant expires) {

    /** Entry, key, headers and object headers beside the two bodies; an estimate on the safe side. */
    private static final int OVERHEAD = 600;

    private static final int ETAG_BYTES = 18;

    /** Compressed when the first asks for that, since compressing costs as much as the rest of the answer. */
    static CachedAnswer of(Rendering rendering, long renderedAt, Instant expires) {
        byte[] body = rendering.body();
        Gzip gzip = new Gzip(body);
        String tag = tag(body);
        Answer answer = new Answer(
                body,
                gzip,
                '"' + tag + '"',
                '"' + tag + "-gzip\"",
                rendering.contentLanguage(),
                rendering.lastModified());
        int weight = body.length + gzip.mostKept() + OVERHEAD;
        return new CachedAnswer(answer, weight, List.copyOf(rendering.feeds()), renderedAt, expires);
    }

    /** When the passing of time alone makes an answer untrue that was begun at this moment. */
    static Instant expires(Rendering rendering, Instant begun, Freshness freshness) {
        return rendering.feeds().stream()
                .map(freshness::staleFrom)
                .flatMap(Optional::stream)
                .filter(begun::isBefore)
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
    }

    /** How many bytes the answers of a cache take that is bounded by their weight. */
    static long weight(Cache<?, CachedAnswer> cache) {
        cache.cleanUp();
        return cache.policy()
                .eviction()
                .flatMap(eviction -> eviction.weightedSize().stream().boxed().findFirst())
                .orElse(0L);
    }

    private static String tag(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, ETAG_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform provides SHA-256", e);
        }
    }
}
