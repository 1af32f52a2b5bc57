package se.tjanstenav.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Programs that do not come with the build. */
enum Tools {
    WRK("wrk", "apt-get install wrk"),
    NGINX("nginx", "apt-get install nginx-light");

    private static final List<String> PLACES = List.of("/usr/bin", "/usr/sbin", "/usr/local/bin", "/opt/homebrew/bin");

    private final String program;
    private final String install;

    Tools(String program, String install) {
        this.program = program;
        this.install = install;
    }

    /** Where it is; says how to install it where it is not. */
    String path() {
        return Stream.concat(PLACES.stream(), Stream.of(System.getenv("PATH").split(":")))
                .map(place -> Path.of(place, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(program + " is not installed. On Debian: " + install))
                .toString();
    }

    String version() throws IOException {
        Process process =
                new ProcessBuilder(path(), "-v").redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return text.lines()
                .findFirst()
                .orElse("")
                .replaceAll("Copyright.*|nginx version: ", "")
                .strip();
    }
}
