package se.tjanstenav.routes.traffic;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import se.tjanstenav.routes.http.ProblemException;
import se.tjanstenav.routes.http.ProblemType;

/** Refuses addresses that are longer than the national REST API profile lets any be (UFN.05): 414. */
final class AddressLengthFilter extends OncePerRequestFilter {

    static final int LONGEST = 2048;

    private final HandlerExceptionResolver answers;

    /**
     * @param answers writes a problem as it is written for controllers
     */
    AddressLengthFilter(HandlerExceptionResolver answers) {
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int length = lengthOf(request);
        if (length <= LONGEST) {
            chain.doFilter(request, response);
            return;
        }
        String detail = "Path and query are %d characters; at most %d are read".formatted(length, LONGEST);
        answers.resolveException(request, response, null, new ProblemException(ProblemType.ADDRESS_TOO_LONG, detail));
    }

    private static int lengthOf(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI().length() + (query == null ? 0 : query.length() + 1);
    }
}
