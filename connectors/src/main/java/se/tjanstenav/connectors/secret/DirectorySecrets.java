package se.tjanstenav.connectors.secret;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.connectors.fault.FaultCode;
import se.tjanstenav.connectors.fault.SourceException;

/**
 * The operator's secrets, for the operator's own connectors: a directory with one file per secret, as systemd
 * credentials and container secrets provide it. Which field a secret is for is the operator's business.
 */
public final class DirectorySecrets implements Secrets {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");
    private static final int MAX_BYTES = 64 * 1024;

    private final Path directory;
    private final Masks masks = new Masks();

    public DirectorySecrets(Path directory) {
        this.directory = directory;
    }

    @Override
    public boolean has(String name, SecretField field) {
        return has(name);
    }

    private boolean has(String name) {
        return NAME.matcher(name).matches() && Files.isReadable(directory.resolve(name));
    }

    @Override
    public Secret read(String name, SecretField field) {
        return read(name);
    }

    /**
     * Reads a secret whatever it is for; one line end at the end of the file does not belong to it.
     *
     * @throws SourceException with {@link FaultCode#MISSING_SECRET} if there is no such file
     */
    public Secret read(String name) {
        if (!has(name)) {
            throw SourceException.of(FaultCode.MISSING_SECRET, "The secret '" + name + "' does not exist");
        }
        String value = load(name);
        alsoMask(name, value);
        return new Secret(value);
    }

    private String load(String name) {
        try {
            Path file = directory.resolve(name);
            if (Files.size(file) > MAX_BYTES) {
                throw SourceException.of(FaultCode.MISSING_SECRET, "The secret '" + name + "' is larger than 64 KiB");
            }
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return text.endsWith("\r\n")
                    ? text.substring(0, text.length() - 2)
                    : text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        } catch (IOException e) {
            throw SourceException.of(FaultCode.MISSING_SECRET, "The secret '" + name + "' cannot be read", e);
        }
    }

    @Override
    public String remedy(String name, SecretField field) {
        return "Put a file of that name in the directory tjanstenav.connectors.secrets.";
    }

    @Override
    public void alsoMask(String origin, String value) {
        masks.add(origin, value);
    }

    @Override
    public String mask(String text) {
        return masks.mask(text);
    }

    @Override
    public @Nullable Object masked(@Nullable Object tree) {
        return masks.masked(tree);
    }

    @Override
    public String toString() {
        return "DirectorySecrets[" + directory + "]";
    }
}
