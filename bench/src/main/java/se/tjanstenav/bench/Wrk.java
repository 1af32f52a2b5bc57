package se.tjanstenav.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A load: which paths are asked, in which order, with which headers.
 *
 * @param paths asked in this order, again and again; what follows a space is the body of a POST
 * @param connections kept alive
 * @param pause between an answer and the next request of a connection; zero to ask as fast as it goes
 */
record Wrk(List<String> paths, List<String> headers, int connections, Duration pause) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String SCRIPT = """
            local paths = {}
            for line in io.lines("%1$s") do paths[#paths + 1] = line end
            local next = 0
            request = function()
              next = next %% #paths + 1
              local path, body = paths[next]:match("^(%%S+) (.*)$")
              if body then return wrk.format("POST", path, nil, body) end
              return wrk.format("GET", paths[next])
            end
            if %2$d > 0 then delay = function() return %2$d end end
            done = function(summary, latency, requests)
              io.write(string.format('\\n{"requests": %%d, "microseconds": %%d, "bytes": %%d, "status": %%d, "errors": %%d, "failures": %%d, "p50": %%d, "p99": %%d}\\n',
                summary.requests, summary.duration, summary.bytes, summary.errors.status,
                summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout,
                failed and failed() or 0,
                latency:percentile(50), latency:percentile(99)))
            end
            """;

    /** Tells 5xx from other answers, which takes the load some time of its own. */
    private static final String COUNTING = """
            local threads = {}
            setup = function(thread) table.insert(threads, thread) end
            failures = 0
            response = function(status) if status >= 500 then failures = failures + 1 end end
            failed = function()
              local all = 0
              for _, thread in ipairs(threads) do all = all + thread:get("failures") end
              return all
            end
            """;

    Wrk(List<String> paths, List<String> headers, int connections) {
        this(paths, headers, connections, Duration.ZERO);
    }

    static Wrk of(List<String> paths) {
        return new Wrk(paths, List.of(), 32);
    }

    Wrk pausing(Duration each) {
        return new Wrk(paths, headers, connections, each);
    }

    Wrk with(String... more) {
        List<String> all = new ArrayList<>(headers);
        all.addAll(List.of(more));
        return new Wrk(paths, all, connections, pause);
    }

    /** What the load did: requests per second, and how long the middle and the slowest hundredth of them took. */
    record Result(double perSecond, double p50Millis, double p99Millis, double bytesPerAnswer) {}

    /** The same, beginning with a later path. */
    Wrk from(long path) {
        List<String> rotated = new ArrayList<>(paths);
        Collections.rotate(rotated, (int) -(path % paths.size()));
        return new Wrk(rotated, headers, connections, pause);
    }

    /**
     * What became of requests that need not be answered well.
     *
     * @param failures answers of the kind 5xx, and requests that were not answered
     */
    record Outcome(long requests, long failures) {}

    Outcome whatever(URI server, Duration time) throws IOException, InterruptedException {
        JsonNode told = run(SCRIPT + COUNTING, server, time);
        return new Outcome(
                told.path("requests").asLong(),
                told.path("failures").asLong() + told.path("errors").asLong());
    }

    /** Asks for a while over few connections, so that a compiler gets its share of the processors. */
    Result warmUp(URI server, Duration time) throws IOException, InterruptedException {
        return new Wrk(paths, headers, 4).against(server, time);
    }

    Result against(URI server, Duration time) throws IOException, InterruptedException {
        JsonNode told = run(SCRIPT, server, time);
        long requests = told.path("requests").asLong();
        if (requests == 0
                || told.path("errors").asLong() > 0
                || told.path("status").asLong() > 0) {
            throw new IllegalStateException("Not every request was answered well: " + told);
        }
        double seconds = told.path("microseconds").asDouble() / 1e6;
        return new Result(
                requests / seconds,
                told.path("p50").asDouble() / 1000,
                told.path("p99").asDouble() / 1000,
                told.path("bytes").asDouble() / requests);
    }

    private JsonNode run(String lines, URI server, Duration time) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("bench-wrk");
        Path list = folder.resolve("paths");
        Files.write(list, paths);
        Path script = folder.resolve("load.lua");
        Files.writeString(script, lines.formatted(list, pause.toMillis()));
        List<String> command = new ArrayList<>(List.of(
                Tools.WRK.path(),
                "-t1",
                "-c" + connections,
                "-d" + time.toSeconds() + "s",
                "--timeout",
                "10s",
                "-s",
                script.toString()));
        for (String header : headers) {
            command.add("-H");
            command.add(header);
        }
        command.add(server.toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("wrk failed: " + text);
        }
        return JSON.readTree(text.substring(text.lastIndexOf('{')));
    }
}
