package se.tjanstenav.catalog;

import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.FeedId;
import se.tjanstenav.catalog.model.ServiceId;

/**
 * Rendered answers about single services, ready to send. Weighed in bytes; an answer is dropped when its service
 * changes or when the status of a feed it shows changes. A hit does no SQL, no search and no rendering.
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are shared on purpose: copying them would be the cost of a hit
public interface AnswerCache {

    /** The ready answer, rendered on a miss by one caller while others of the same key wait. */
    @Nullable
    Answer get(Key key, Renderer renderer);

    /**
     * Sees to it that no answer is older than a change. Costs nothing if that change has been followed already.
     *
     * @param sequence number of the change
     */
    void follow(long sequence);

    /** Makes the answer on a miss. */
    @FunctionalInterface
    interface Renderer {

        /** The answer, or null if there is no such service; absence is not kept. */
        @Nullable
        Rendering render(Key key);
    }

    /**
     * @param variant what else the answer depends on: media type and language, such as {@code json;sv}
     */
    record Key(ServiceId service, String variant) {}

    /**
     * A freshly rendered answer.
     *
     * @param body the answer in its identity encoding
     * @param feeds the feeds whose status the answer shows
     * @param contentLanguage for the {@code Content-Language} header
     * @param lastModified null where there is no such moment
     */
    record Rendering(
            byte[] body,
            Set<FeedId> feeds,
            String contentLanguage,
            @Nullable Instant lastModified) {}

    /**
     * An answer ready to send. The arrays are shared and must not be written to.
     *
     * @param identity the body as it is
     * @param compressed gives the body compressed, which may cost more the first time than later
     * @param etag strong entity tag of the identity body, with quotes; the gzip body's ends in {@code -gzip"}
     * @param lastModified null where there is no such moment
     */
    record Answer(
            byte[] identity,
            Supplier<byte[]> compressed,
            String etag,
            String gzipEtag,
            String contentLanguage,
            @Nullable Instant lastModified) {

        public byte[] gzip() {
            return compressed.get();
        }
    }
}
