package se.tjanstenav.routes.traffic;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.InputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/**
 * Gives every answer that has none an entity tag, also when only its head is asked for, and answers 304 where the caller
 * has it already. The tag is weak, because the server may compress the answer on its way out, and the same tag stands
 * for both (RFC 9110, section 8.8.1).
 */
final class EntityTagFilter extends ShallowEtagHeaderFilter {

    EntityTagFilter() {
        setWriteWeakETag(true);
    }

    @Override
    protected boolean isEligibleForEtag(
            HttpServletRequest request, HttpServletResponse response, int status, InputStream body) {
        return HttpMethod.HEAD.matches(request.getMethod())
                ? status == HttpStatus.OK.value() && mayBeStored(response)
                : super.isEligibleForEtag(request, response, status, body);
    }

    private static boolean mayBeStored(HttpServletResponse response) {
        String caching = response.getHeader(HttpHeaders.CACHE_CONTROL);
        return caching == null || !caching.contains("no-store");
    }
}
