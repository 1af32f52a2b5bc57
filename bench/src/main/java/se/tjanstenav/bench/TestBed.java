package se.tjanstenav.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;
import se.tjanstenav.bench.Volume.Agency;

/** What the figures of one command share, since it takes long to make: installed hubs, and harvested catalogues. */
final class TestBed {

    private static final Duration PATIENCE = Duration.ofHours(2);

    /** From so many on, one agency has them all in one feed, which is to be shown too. */
    private static final int ONE_FEED = 1_000_000;

    /** Where nobody answers; nothing is due when a catalogue is used. */
    private static final int NO_PORT = 1;

    private static final List<String> JVM = List.of("-Xmx1g");

    private final Path folder;
    private final Path kept;
    private final List<String> options;
    private final Map<Path, Installation> installations = new HashMap<>();
    private final Map<Integer, Catalogue> catalogues = new HashMap<>();

    /**
     * @param folder empty, and to be deleted by whoever made it
     * @param kept where harvested catalogues are, and where new ones are left for the next time; it may be the folder
     * @param options of Java for all hubs
     */
    TestBed(Path folder, Path kept, List<String> options) {
        this.folder = folder;
        this.kept = kept;
        this.options = options;
    }

    /** The hub for the Java that runs this. */
    Installation installation() throws IOException, InterruptedException {
        return installation(Machine.javaHomes().get(0));
    }

    /** The hub for that Java. */
    Installation installation(Path javaHome) throws IOException, InterruptedException {
        Installation installed = installations.get(javaHome);
        if (installed == null) {
            installed = Installation.in(folder, javaHome, options);
            installations.put(javaHome, installed);
        }
        return installed;
    }

    /** A catalogue of so many services of several agencies. */
    Catalogue catalogue(int services) throws Exception {
        Catalogue catalogue = catalogues.get(services);
        if (catalogue == null) {
            catalogue = Files.exists(took(services)) ? known(services) : harvest(services);
            catalogues.put(services, catalogue);
        }
        return catalogue;
    }

    private Catalogue harvest(int services) throws Exception {
        Path files = Files.createDirectories(folder.resolve("agencies-" + services));
        Volume volume = new Volume(files);
        volume.write(services, agencies(services));
        Duration took;
        try (Nginx nginx = Nginx.serving(files)) {
            Path hubFolder = catalogueFolder(services);
            List<String> settings = volume.settings(hubFolder, nginx.port(), agencies(services));
            Instant started = Instant.now();
            Instant ended = started;
            try (Hub hub = Hub.start(hubFolder, installation(), JVM, settings)) {
                for (Agency agency : agencies(services)) {
                    ended = hub.firstHarvest(agency.id(), PATIENCE).ended();
                }
                started = started.plus(hub.toReady());
                hub.process().awaitRest(PATIENCE);
                hub.export(documents(services));
            }
            took = Duration.between(started, ended);
        }
        System.err.printf("  %d services harvested and found after %.1f s%n", services, took.toMillis() / 1000.0);
        FileSystemUtils.deleteRecursively(files);
        Files.writeString(took(services), took.toString());
        return known(services);
    }

    private Catalogue known(int services) throws IOException {
        Path hubFolder = catalogueFolder(services);
        List<Agency> agencies = agencies(services);
        List<String> settings = new Volume(folder).settings(hubFolder, NO_PORT, agencies);
        Path documents = documents(services);
        Duration took = Duration.parse(Files.readString(took(services)).strip());
        return new Catalogue(hubFolder, agencies, settings, documents, ids(documents), took);
    }

    private static List<Agency> agencies(int services) {
        return services < ONE_FEED ? List.of(Agency.values()) : List.of(Agency.PENSIONSMYNDIGHETEN);
    }

    private Path catalogueFolder(int services) {
        return kept.resolve("catalogue-" + services);
    }

    private Path documents(int services) {
        return kept.resolve("catalogue-" + services + ".ndjson");
    }

    /** Written last, so a catalogue that has it is whole. */
    private Path took(int services) {
        return kept.resolve("catalogue-" + services + ".took");
    }

    private static List<String> ids(Path documents) throws IOException {
        try (Stream<String> lines = Files.lines(documents)) {
            return lines.map(line -> Documents.of(line).id()).toList();
        }
    }

    /**
     * What a hub has harvested. Nothing in it is due within a day, so its agencies are not needed any more.
     *
     * @param documents the services, as {@link Hub#export} writes them
     * @param ids of all of them
     * @param took from when the hub was ready until all of it was found
     */
    record Catalogue(
            Path folder,
            List<Agency> agencies,
            List<String> settings,
            Path documents,
            List<String> ids,
            Duration took) {

        /** Paths of at most so many services from all over the catalogue. */
        List<String> details(int most) {
            int step = Math.max(1, ids.size() / most);
            return IntStream.iterate(0, at -> at < ids.size(), at -> at + step)
                    .limit(most)
                    .mapToObj(at -> "/catalog/v1/services/" + ids.get(at))
                    .toList();
        }

        /** A hub of its own with the same data. */
        Path copy(Path to) throws IOException {
            FileSystemUtils.deleteRecursively(to);
            FileSystemUtils.copyRecursively(folder, to);
            return to;
        }
    }
}
