package se.tjanstenav.connectors.secret;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import se.tjanstenav.connectors.fault.Excerpt;
import se.tjanstenav.connectors.fault.FaultCode;
import se.tjanstenav.connectors.fault.SourceException;

/**
 * The secrets of one directory, one file per secret, read anew each time so that a rotated secret needs no restart.
 * Remembers the latest values it has handed out in order to mask them in any text.
 */
public final class Secrets {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");
    private static final int MAX_BYTES = 64 * 1024;
    private static final int SHORTEST_MASKED = 4;
    private static final int REMEMBERED = 4;
    private static final String MASK = "***";

    private final Path directory;
    private final Map<String, List<String>> handedOut = new ConcurrentHashMap<>();

    public Secrets(Path directory) {
        this.directory = directory;
    }

    public boolean has(String name) {
        return NAME.matcher(name).matches() && Files.isReadable(directory.resolve(name));
    }

    /**
     * Reads a secret; one line end at the end of the file does not belong to it.
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

    /**
     * Remembers a value that is as secret as a secret, such as an access token, for {@link #mask}.
     *
     * @param origin where it came from; only the latest values of one origin are remembered
     */
    public void alsoMask(String origin, String value) {
        if (value.length() >= SHORTEST_MASKED) {
            handedOut.compute(origin, (same, known) -> latest(value, known == null ? List.of() : known));
        }
    }

    private static List<String> latest(String value, List<String> known) {
        return Stream.concat(Stream.of(value), known.stream())
                .distinct()
                .limit(REMEMBERED)
                .toList();
    }

    /**
     * The text with the latest values of every secret that was handed out replaced by asterisks, also where an excerpt's
     * end has cut one off.
     */
    public String mask(String text) {
        List<String> longestFirst = handedOut.values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        String masked = text;
        for (String secret : longestFirst) {
            masked = maskCut(masked.replace(secret, MASK), secret);
        }
        return masked;
    }

    private static String maskCut(String text, String secret) {
        int end = text.indexOf(Excerpt.CUT);
        for (int length = Math.min(end, secret.length()); length >= SHORTEST_MASKED; length--) {
            if (text.startsWith(secret.substring(0, length), end - length)) {
                return text.substring(0, end - length) + MASK + text.substring(end);
            }
        }
        return text;
    }

    @Override
    public String toString() {
        return "Secrets[" + directory + "]";
    }
}
