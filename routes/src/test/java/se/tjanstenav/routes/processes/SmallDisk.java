package se.tjanstenav.routes.processes;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** A file system of a few megabytes in memory, which can be filled and emptied. */
final class SmallDisk implements AutoCloseable {

    private static final int PIECE = 4096;

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** Mounts one where this process may: on Linux, as root. */
    static Optional<SmallDisk> mount(Path folder, int megabytes) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString());
        return mounted ? Optional.of(new SmallDisk(folder)) : Optional.empty();
    }

    Path folder() {
        return folder;
    }

    /** Takes all space but some. */
    void fillUpTo(int bytesLeft) throws IOException {
        byte[] piece = new byte[PIECE];
        Arrays.fill(piece, (byte) 1);
        try (OutputStream ballast = Files.newOutputStream(ballast())) {
            while (folder.toFile().getUsableSpace() > bytesLeft) {
                ballast.write(piece);
            }
        }
    }

    /** Gives the space back. */
    void empty() throws IOException {
        Files.deleteIfExists(ballast());
    }

    private Path ballast() {
        return folder.resolve("ballast");
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            // There is no such program here.
            return false;
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (!run("umount", folder.toString()) && !run("umount", "-l", folder.toString())) {
            throw new IOException("Cannot unmount " + folder);
        }
    }
}
