package se.tjanstenav.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the figures were measured on. */
final class Machine {

    private static final Path CPU = Path.of("/proc/cpuinfo");
    private static final Path JVMS = Path.of("/usr/lib/jvm");

    private Machine() {}

    static Map<String, String> conditions() throws IOException {
        Map<String, String> conditions = new LinkedHashMap<>();
        String model = Files.exists(CPU)
                ? Files.readAllLines(CPU).stream()
                        .filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .findFirst()
                        .orElse("")
                : "";
        conditions.put(
                "machine",
                Runtime.getRuntime().availableProcessors() + " processors " + model + ", "
                        + System.getProperty("os.name") + " " + System.getProperty("os.version"));
        return conditions;
    }

    /** The Java installation that runs this, and the newest that is installed beside it, where that is another. */
    static List<Path> javaHomes() throws IOException {
        Path own = Path.of(System.getProperty("java.home")).toRealPath();
        if (!Files.isDirectory(JVMS)) {
            return List.of(own);
        }
        try (Stream<Path> folders = Files.list(JVMS)) {
            Path newest = folders.filter(folder -> Files.isExecutable(folder.resolve("bin/javac")))
                    .max(Comparator.comparingInt(Machine::feature))
                    .orElse(own)
                    .toRealPath();
            return feature(newest) == feature(own) ? List.of(own) : List.of(own, newest);
        }
    }

    /** The feature version, 17 for example. */
    static int feature(Path javaHome) {
        try {
            return Files.readAllLines(javaHome.resolve("release")).stream()
                    .filter(line -> line.startsWith("JAVA_VERSION="))
                    .map(line -> line.replaceAll("\\D+(\\d+).*", "$1"))
                    .mapToInt(Integer::parseInt)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
