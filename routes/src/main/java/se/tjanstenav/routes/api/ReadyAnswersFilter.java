package se.tjanstenav.routes.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.filter.ServerHttpObservationFilter;
import se.tjanstenav.catalog.AnswerCache.Answer;
import se.tjanstenav.catalog.model.ServiceId;
import se.tjanstenav.routes.http.Roots;

/**
 * Sends single services, and pages of services that lie ready, without asking a controller: finding one, reading its parameters and
 * writing what it gives cost many times what the answer does. Whatever is asked for in an unusual way, is not there or
 * goes wrong goes on to the controller, which gives the same answer by the same {@link ReadyAnswers}, or tells the problem.
 */
final class ReadyAnswersFilter implements Filter {

    private static final String LIST = Roots.CATALOG + "/services";
    private static final String DETAIL = LIST + "/";

    private static final Languages NONE_PREFERRED = Languages.of(Optional.empty(), null);
    private static final int LANGUAGES_KEPT = 1000;
    private static final int LONGEST_KEPT = 200;

    private final ServiceAnswers services;
    private final ServiceLists lists;

    /** Browsers send few different values, and reading one costs more than all the rest. */
    private final Cache<String, Languages> languages =
            Caffeine.newBuilder().maximumSize(LANGUAGES_KEPT).build();

    ReadyAnswersFilter(ServiceAnswers services, ServiceLists lists) {
        this.services = services;
        this.lists = lists;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!(request instanceof HttpServletRequest asked && response instanceof HttpServletResponse answered)
                || !usual(asked)) {
            chain.doFilter(request, response);
            return;
        }
        String path = asked.getRequestURI();
        boolean list = path.equals(LIST);
        Answer answer = list ? page(asked) : service(path, asked);
        if (answer == null) {
            chain.doFilter(request, response);
            return;
        }
        // As measured and traced by the name of the controller's path.
        ServerHttpObservationFilter.findObservationContext(asked)
                .ifPresent(context -> context.setPathPattern(list ? LIST : DETAIL + "{id}"));
        ReadyAnswers.send(
                answer,
                MediaType.APPLICATION_JSON,
                list ? List.of() : ServiceAnswers.links(MediaType.APPLICATION_JSON),
                asked,
                answered);
    }

    private static boolean usual(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return request.getRequestURI().startsWith(LIST)
                && (HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod()))
                && (accept == null || accept.equals("*/*") || accept.equals(MediaType.APPLICATION_JSON_VALUE))
                && request.getHeader(HttpHeaders.CACHE_CONTROL) == null;
    }

    private @Nullable Answer page(HttpServletRequest request) {
        String query = request.getQueryString();
        return query != null && query.contains("language=") ? null : lists.ready(query, preferred(request));
    }

    private @Nullable Answer service(String path, HttpServletRequest request) {
        if (!path.startsWith(DETAIL) || request.getQueryString() != null) {
            return null;
        }
        try {
            return ServiceId.parse(path.substring(DETAIL.length()))
                    .flatMap(id -> services.answer(id, MediaType.APPLICATION_JSON, preferred(request)))
                    .orElse(null);
        } catch (RuntimeException problem) {
            return null;
        }
    }

    private Languages preferred(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        if (header == null) {
            return NONE_PREFERRED;
        }
        if (header.length() > LONGEST_KEPT) {
            return Languages.of(Optional.empty(), header);
        }
        return languages.get(header, read -> Languages.of(Optional.empty(), read));
    }
}
