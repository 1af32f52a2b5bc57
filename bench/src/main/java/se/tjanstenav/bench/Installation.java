package se.tjanstenav.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The built hub, installed as docs/operations.md tells: unpacked, with an archive of its classes.
 *
 * @param options of Java, among them the one that makes it use the archive
 */
record Installation(Path javaHome, Path jar, List<String> options) {

    private static final Path BUILT = Path.of("routes", "target", "tjanstenav.jar");
    private static final int JAVA_WITH_AOT_CACHE = 25;

    static Installation in(Path folder, Path javaHome, List<String> options) throws IOException, InterruptedException {
        if (!Files.exists(BUILT)) {
            throw new IllegalStateException(BUILT + " is missing. Run this in the root of the project, after "
                    + "mvn -q -ntp -DskipTests package");
        }
        Path java = javaHome.resolve("bin/java");
        Path to = Files.createDirectories(folder.resolve("installed-" + Machine.feature(javaHome)));
        String built = BUILT.toAbsolutePath().toString();
        Path log = to.resolve("install.log");
        Child.run(
                to,
                log,
                List.of(
                        java.toString(),
                        "-Djarmode=tools",
                        "-jar",
                        built,
                        "extract",
                        "--force",
                        "--destination",
                        to.toString()));
        Path jar = to.resolve("tjanstenav.jar");
        boolean cache = Machine.feature(javaHome) >= JAVA_WITH_AOT_CACHE;
        Path archive = to.resolve(cache ? "hub.aot" : "hub.jsa");
        Path trial = Files.createDirectories(to.resolve("trial"));
        Child.run(
                trial,
                log,
                List.of(
                        java.toString(),
                        (cache ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + archive,
                        "-Dspring.context.exit=onRefresh",
                        "-jar",
                        jar.toString(),
                        "--server.port=0"));
        List<String> all = new ArrayList<>(options);
        all.add((cache ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + archive);
        return new Installation(javaHome, jar, all);
    }

    int feature() {
        return Machine.feature(javaHome);
    }

    /** The command that starts a hub. */
    List<String> command(List<String> jvm, List<String> settings) {
        List<String> command = new ArrayList<>();
        command.add(javaHome.resolve("bin/java").toString());
        command.addAll(jvm);
        command.addAll(options);
        command.add("-jar");
        command.add(jar.toString());
        command.addAll(settings);
        return command;
    }
}
