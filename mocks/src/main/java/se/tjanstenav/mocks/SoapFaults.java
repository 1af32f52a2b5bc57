package se.tjanstenav.mocks;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The gate of a SOAP agency: counts, holds, notes what met no endpoint, and spoils the answer when the fault says so. */
final class SoapFaults implements Filter {

    private final Gate gate;
    private final String path;
    private final List<String> unmatched = new CopyOnWriteArrayList<>();

    SoapFaults(Gate gate, String path) {
        this.gate = gate;
        this.path = path;
    }

    List<String> unmatched() {
        return List.copyOf(unmatched);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        answer.setHeader("X-Stub", "true");
        try {
            gate.pass();
            if (!http.getRequestURI().equals(path)) {
                unmatched.add(http.getMethod() + " " + http.getRequestURI());
                answer.sendError(HttpServletResponse.SC_NOT_FOUND);
                return;
            }
            answer(http, answer, chain);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException, InterruptedException {
        Fault fault = gate.fault();
        switch (fault) {
            case NONE, EMPTY -> chain.doFilter(request, response);
            case SERVER_ERROR -> replace(response, 503, "text/plain;charset=utf-8", Damage.ERROR_TEXT.getBytes(UTF_8));
            case HTML_PAGE -> replace(response, 200, "text/html;charset=utf-8", Damage.HTML_PAGE);
            case SLOW_DRIP, MALFORMED, TRUNCATED, NO_BODY -> {
                CapturedResponse captured = new CapturedResponse(response);
                chain.doFilter(request, captured);
                spoil(fault, response, captured.body());
            }
        }
    }

    private void spoil(Fault fault, HttpServletResponse response, byte[] body)
            throws IOException, InterruptedException {
        response.setContentLength(body.length);
        if (fault == Fault.SLOW_DRIP) {
            drip(response, body);
        } else if (fault == Fault.TRUNCATED) {
            response.getOutputStream().write(Damage.half(body));
            // Jetty cuts the connection when less was written than the length promised.
            response.flushBuffer();
        } else {
            byte[] wrong = fault == Fault.MALFORMED ? Damage.malformed(body) : new byte[0];
            response.setContentLength(wrong.length);
            response.getOutputStream().write(wrong);
        }
    }

    private void drip(HttpServletResponse response, byte[] body) throws IOException, InterruptedException {
        for (byte one : body) {
            if (!gate.pause(Damage.DRIP)) {
                return;
            }
            response.getOutputStream().write(one);
            response.flushBuffer();
        }
    }

    private static void replace(HttpServletResponse response, int status, String contentType, byte[] body)
            throws IOException {
        response.setStatus(status);
        response.setContentType(contentType);
        response.getOutputStream().write(body);
    }
}
