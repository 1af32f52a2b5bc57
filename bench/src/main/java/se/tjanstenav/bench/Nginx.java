package se.tjanstenav.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** An nginx that serves files as fast as it can: both as what the hub is measured beside and as an agency without a cost of its own. */
final class Nginx implements AutoCloseable {

    private static final String CONFIGURATION = """
            # Its workers must be able to read what the benchmarks wrote.
            user %4$s;
            worker_processes auto;
            daemon off;
            pid nginx.pid;
            error_log error.log;
            events { worker_connections 4096; }
            http {
              access_log off;
              sendfile on;
              tcp_nopush on;
              keepalive_requests 100000000;
              open_file_cache max=200000 inactive=10m;
              client_body_temp_path temp;
              proxy_temp_path temp;
              fastcgi_temp_path temp;
              uwsgi_temp_path temp;
              scgi_temp_path temp;
              default_type application/json;
              %2$s
              server {
                listen 127.0.0.1:%1$d reuseport;
                %3$s
              }
            }
            """;

    private static final String FILES = """
            root %s;
                location / { try_files $uri =404; }
                location /agencies/ { open_file_cache off; try_files $uri/$arg_page.json =404; }
            """;

    private static final String PROXY = """
            location / {
                  proxy_pass http://hubs;
                  proxy_http_version 1.1;
                  proxy_set_header Connection "";
                }
            """;

    private final Child process;
    private final int port;

    private Nginx(Child process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Serves the files below the folder; for {@code /agencies/x?page=2} it serves {@code agencies/x/2.json}. */
    static Nginx serving(Path files) throws Exception {
        return start("", FILES.formatted(files.toAbsolutePath()));
    }

    /** Passes requests on to hubs on these ports, to each in turn. */
    static Nginx before(List<Integer> ports) throws Exception {
        String servers = ports.stream().map("server 127.0.0.1:%d;"::formatted).collect(Collectors.joining(" "));
        return start("upstream hubs { " + servers + " keepalive 64; }", PROXY);
    }

    private static Nginx start(String upstream, String locations) throws Exception {
        Path folder = Files.createTempDirectory("bench-nginx");
        int port = freePort();
        Path configuration = folder.resolve("nginx.conf");
        Files.writeString(
                configuration, CONFIGURATION.formatted(port, upstream, locations, System.getProperty("user.name")));
        Child process = Child.start(
                folder,
                folder.resolve("nginx.log"),
                List.of(
                        Tools.NGINX.path(),
                        "-p",
                        folder.toString(),
                        "-e",
                        "error.log",
                        "-c",
                        configuration.toString()));
        process.await("nginx listens", Duration.ofSeconds(10), () -> listens(port));
        return new Nginx(process, port);
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    int port() {
        return port;
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    @Override
    public void close() throws InterruptedException {
        process.close();
    }
}
