package se.tjanstenav.connectors.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import se.tjanstenav.connectors.descriptor.Descriptor;
import se.tjanstenav.connectors.descriptor.DescriptorReader;
import se.tjanstenav.connectors.descriptor.SecretReferences;
import se.tjanstenav.connectors.secret.DirectorySecrets;
import se.tjanstenav.connectors.tree.TreePointer;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a valid descriptor shows to be let in, and how to come without it or with something else. Works on the document
 * as it was written, so that it knows of every way to be let in that stands in the same places.
 */
final class Credentials {

    private static final List<String> PLACES =
            List.of("/spec/auth", "/spec/tls/clientCertificate", "/spec/soap/wsSecurity");
    private static final TreePointer AUTH_TYPE = TreePointer.parse("/spec/auth/type");
    private static final String PEM = "-----BEGIN";

    private final Object document;
    private final Path secrets;

    private Credentials(Object document, Path secrets) {
        this.document = document;
        this.secrets = secrets;
    }

    static Credentials of(Path descriptor, Path secrets) {
        LoadSettings settings =
                LoadSettings.builder().setSchema(new CoreSchema()).build();
        try {
            return new Credentials(new Load(settings).loadFromString(Files.readString(descriptor)), secrets);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is shown, in words; empty if nothing is. */
    List<String> shown() {
        List<String> shown = new ArrayList<>();
        AUTH_TYPE.findText(document).filter(type -> !"none".equals(type)).ifPresent(type -> shown.add("auth " + type));
        if (at("/spec/tls/clientCertificate").isPresent()) {
            shown.add("client certificate");
        }
        if (at("/spec/soap/wsSecurity").isPresent()) {
            shown.add("WS-Security");
        }
        return shown;
    }

    private Optional<Object> at(String pointer) {
        return TreePointer.parse(pointer).find(document);
    }

    /** The same descriptor that shows nothing. */
    Optional<Descriptor> none() {
        String json = JsonMapper.shared().writeValueAsString(without(document, ""));
        return new DescriptorReader(SecretReferences.UNCHECKED).read(json).descriptor();
    }

    private static @Nullable Object without(@Nullable Object value, String pointer) {
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        Map<String, @Nullable Object> kept = new LinkedHashMap<>();
        map.forEach((name, child) -> {
            String below = TreePointer.append(pointer, String.valueOf(name));
            Object left = PLACES.contains(below) ? null : without(child, below);
            if (left != null) {
                kept.put(String.valueOf(name), left);
            }
        });
        // A tls that has nothing left says no more than none, and would be malformed.
        return kept.isEmpty() ? null : kept;
    }

    /**
     * Secrets in a folder of their own, where what could be guessed (keys, passwords) is wrong and what could not
     * (certificates) is as it is; empty if there is nothing to guess.
     */
    Optional<WrongSecrets> wrong() {
        List<String> names = new ArrayList<>();
        PLACES.forEach(place -> at(place).ifPresent(found -> collect(found, names)));
        List<String> guessable = names.stream().filter(this::isGuessable).toList();
        return guessable.isEmpty() ? Optional.empty() : Optional.of(WrongSecrets.instead(secrets, guessable));
    }

    private static void collect(@Nullable Object value, List<String> names) {
        if (value instanceof Map<?, ?> map) {
            if (map.get("secret") instanceof String name) {
                names.add(name);
            }
            map.values().forEach(child -> collect(child, names));
        }
    }

    private boolean isGuessable(String secret) {
        return !new DirectorySecrets(secrets)
                .read(secret)
                .reveal()
                .stripLeading()
                .startsWith(PEM);
    }

    /** A folder that stands in for the secrets' own and goes when it is closed. */
    record WrongSecrets(Path folder) implements AutoCloseable {

        static WrongSecrets instead(Path secrets, List<String> wrong) {
            try {
                WrongSecrets made = new WrongSecrets(Files.createTempDirectory("conformance-"));
                try (var files = Files.list(secrets)) {
                    for (Path file : files.filter(Files::isRegularFile).toList()) {
                        String name = file.getFileName().toString();
                        if (wrong.contains(name)) {
                            Files.writeString(made.folder().resolve(name), "wrong-" + UUID.randomUUID());
                        } else {
                            Files.createSymbolicLink(made.folder().resolve(name), file.toAbsolutePath());
                        }
                    }
                }
                return made;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
                Files.delete(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
