package se.tjanstenav.mocks.soap;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jetty.ee11.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;
import se.tjanstenav.mocks.Fault;
import se.tjanstenav.mocks.agency.Gate;
import se.tjanstenav.mocks.fault.Reply;
import se.tjanstenav.mocks.fault.Spoiling;

/**
 * The gate of a SOAP agency: counts, holds, notes what met no endpoint, and sends the answer as the fault has spoiled it.
 */
final class SoapFaults implements Filter {

    private final Gate gate;
    private final Spoiling spoiling;
    private final String path;
    private final List<String> unmatched = new CopyOnWriteArrayList<>();

    SoapFaults(Gate gate, Spoiling spoiling, String path) {
        this.gate = gate;
        this.spoiling = spoiling;
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
            } else if (gate.fault() == Fault.NONE) {
                chain.doFilter(request, response);
            } else {
                CapturedResponse captured = new CapturedResponse(answer);
                chain.doFilter(request, captured);
                send(spoiling.spoil(question(http), right(captured)), http, answer);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The operation is told by the SOAP action, which SOAP 1.2 puts into the content type. */
    private static String question(HttpServletRequest request) {
        return request.getHeader("SOAPAction") + request.getContentType() + request.getQueryString();
    }

    private static Reply right(CapturedResponse captured) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        captured.getHeaderNames().forEach(name -> headers.put(name, captured.getHeader(name)));
        if (captured.getContentType() != null) {
            headers.put("Content-Type", captured.getContentType());
        }
        byte[] body = captured.body();
        return new Reply(captured.getStatus(), headers, () -> new ByteArrayInputStream(body), Reply.Ending.WHOLE);
    }

    private void send(Reply reply, HttpServletRequest request, HttpServletResponse response)
            throws IOException, InterruptedException {
        if (reply.ending() == Reply.Ending.RESET) {
            reset(request);
            return;
        }
        response.setStatus(reply.status());
        reply.headers().forEach(response::setHeader);
        try (InputStream body = reply.body().get()) {
            if (reply.ending() == Reply.Ending.DRIP) {
                drip(body.readAllBytes(), response);
            } else {
                body.transferTo(response.getOutputStream());
                // Jetty cuts the connection when less was written than the length promised.
                response.flushBuffer();
            }
        }
    }

    private void drip(byte[] body, HttpServletResponse response) throws IOException, InterruptedException {
        response.setContentLength(body.length);
        for (int i = 0; i < body.length && gate.pause(Spoiling.DRIP); i++) {
            response.getOutputStream().write(body[i]);
            response.flushBuffer();
        }
    }

    /** Closes the socket with nothing left to linger for, which the caller sees as a reset. */
    private static void reset(HttpServletRequest request) throws IOException {
        EndPoint endPoint = ServletContextRequest.getServletContextRequest(request)
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint();
        while (endPoint instanceof EndPoint.Wrapper wrapper) {
            endPoint = wrapper.unwrap();
        }
        if (endPoint.getTransport() instanceof SocketChannel socket) {
            socket.setOption(StandardSocketOptions.SO_LINGER, 0);
            socket.close();
        }
    }
}
