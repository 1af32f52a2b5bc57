package se.tjanstenav.routes.http;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;

/**
 * Chooses among the media types that a resource has, by the request's {@code Accept} (RFC 9110, 12.5.1): for each type the
 * most specific range that covers it tells its quality, and of the best the first one offered wins.
 */
public final class Negotiation {

    private Negotiation() {}

    /**
     * The type to answer with.
     *
     * @param accept the header as sent; none means anything
     * @param offered without parameters, the preferred one first
     * @throws HttpMediaTypeNotAcceptableException if none of them is wanted, or the header cannot be read; answered 406
     */
    public static MediaType choose(@Nullable String accept, List<MediaType> offered)
            throws HttpMediaTypeNotAcceptableException {
        if (accept == null || accept.isBlank()) {
            return offered.get(0);
        }
        List<MediaType> ranges = parsed(accept, offered);
        MediaType best = offered.get(0);
        for (MediaType type : offered) {
            if (quality(type, ranges) > quality(best, ranges)) {
                best = type;
            }
        }
        if (quality(best, ranges) == 0) {
            throw new HttpMediaTypeNotAcceptableException(offered);
        }
        return best;
    }

    private static List<MediaType> parsed(String accept, List<MediaType> offered)
            throws HttpMediaTypeNotAcceptableException {
        try {
            return MediaType.parseMediaTypes(accept);
        } catch (InvalidMediaTypeException | InvalidMimeTypeException unreadable) {
            throw new HttpMediaTypeNotAcceptableException(offered);
        }
    }

    private static double quality(MediaType type, List<MediaType> ranges) {
        return ranges.stream()
                .filter(range -> range.includes(type))
                .max(Comparator.comparingInt(Negotiation::specificity))
                .map(MediaType::getQualityValue)
                .orElse(0.0);
    }

    private static int specificity(MediaType range) {
        if (range.isWildcardType()) {
            return 0;
        }
        return range.isWildcardSubtype() ? 1 : 2;
    }
}
