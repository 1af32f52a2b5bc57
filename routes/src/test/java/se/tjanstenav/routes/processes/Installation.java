package se.tjanstenav.routes.processes;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import se.tjanstenav.routes.HubProcess;

/**
 * The hub as docs/operations.md installs it: unpacked, with an archive of its classes, so that it starts in less than half the time.
 *
 * @param jar the jar beside its libraries
 * @param archiveOption the option of the Java machine that uses the archive
 */
record Installation(Path jar, String archiveOption) {

    private static final int JAVA_WITH_AOT_CACHE = 25;
    private static final int PATIENCE_SECONDS = 180;

    private static @Nullable Installation made;

    /** Installs what was built, once. */
    static synchronized Installation ofThisBuild() throws IOException {
        Installation known = made;
        if (known == null) {
            known = install(Path.of("target", "installed").toAbsolutePath());
            made = known;
        }
        return known;
    }

    private static Installation install(Path folder) throws IOException {
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(folder);
        String built = HubProcess.JAR.toAbsolutePath().toString();
        java(folder, "-Djarmode=tools", "-jar", built, "extract", "--force", "--destination", folder.toString());
        Path jar = folder.resolve("tjanstenav.jar");
        boolean cache = Runtime.version().feature() >= JAVA_WITH_AOT_CACHE;
        Path archive = folder.resolve(cache ? "hub.aot" : "hub.jsa");
        Path trial = Files.createDirectory(folder.resolve("trial"));
        String making = (cache ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + archive;
        java(trial, making, "-Dspring.context.exit=onRefresh", "-jar", jar.toString(), "--server.port=0");
        if (!Files.exists(archive)) {
            throw new IllegalStateException("No archive was made: " + log(trial));
        }
        return new Installation(jar, (cache ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + archive);
    }

    private static void java(Path folder, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("install.log").toFile())
                .start();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException("Could not install the hub: " + log(folder));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static String log(Path folder) throws IOException {
        return Files.readString(folder.resolve("install.log"));
    }
}
