package se.tjanstenav.mocks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Plain HTTP on loopback for the person showing the demonstration: who runs, and switches to make an agency fail. */
final class AdminServer implements AutoCloseable {

    private final StubAgencies agencies;
    private final HttpServer server;

    AdminServer(StubAgencies agencies, int port) throws IOException {
        this.agencies = agencies;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (path.equals("/") && exchange.getRequestMethod().equals("GET")) {
                answer(exchange, 200, listing());
            } else if (!exchange.getRequestMethod().equals("POST")) {
                answer(exchange, 405, usage());
            } else {
                command(exchange, List.of(path.substring(1).split("/")));
            }
        }
    }

    private void command(HttpExchange exchange, List<String> path) throws IOException {
        try {
            boolean known = path.size() >= 3 && path.get(0).equals("agencies") && obey(path.subList(1, path.size()));
            answer(exchange, known ? 200 : 404, known ? listing() : usage());
        } catch (IllegalArgumentException e) {
            answer(exchange, 404, e.getMessage() + "\n" + usage());
        } catch (IllegalStateException e) {
            answer(exchange, 500, e.getMessage() + "\n");
        }
    }

    private boolean obey(List<String> command) {
        String agency = command.get(0);
        switch (String.join("/", command.subList(1, command.size()))) {
            case "stop" -> agencies.stop(agency);
            case "start" -> agencies.start(agency);
            case "hold" -> agencies.hold(agency);
            case "release" -> agencies.release(agency);
            default -> {
                if (command.size() != 3 || !command.get(1).equals("fault")) {
                    return false;
                }
                agencies.fault(
                        agency,
                        Fault.valueOf(command.get(2).toUpperCase(Locale.ROOT).replace('-', '_')));
            }
        }
        return true;
    }

    private String listing() {
        StringBuilder text = new StringBuilder();
        for (RunningAgency each : agencies.all()) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-18s %-8s fault %-12s requests %d%n",
                    each.agency().id(),
                    each.running() ? "running" : "stopped",
                    each.gate().fault(),
                    each.gate().requests()));
        }
        return text + usage();
    }

    private static String usage() {
        return "POST /agencies/{id}/stop | start | hold | release | fault/{fault}; faults are "
                + Arrays.toString(Fault.values()) + "\n";
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain;charset=utf-8");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
