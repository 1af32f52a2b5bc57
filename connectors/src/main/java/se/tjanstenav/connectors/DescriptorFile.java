package se.tjanstenav.connectors;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import se.tjanstenav.connectors.descriptor.DescriptorReader;
import se.tjanstenav.connectors.tree.JsonRecords;
import se.tjanstenav.connectors.tree.XmlNames;
import se.tjanstenav.connectors.tree.XmlRecords;

/** Descriptor files, each with its samples beside it. */
final class DescriptorFile {

    private static final int MAX_BYTES = 1024 * 1024;

    private DescriptorFile() {}

    /**
     * Reads the file and checks it, unless it is a valid one that is known already.
     *
     * @param known the file as it was read before
     */
    static CheckedDescriptor read(Resource resource, DescriptorReader reader, Optional<CheckedDescriptor> known) {
        String source = name(resource);
        String yaml;
        try {
            yaml = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes(resource)))
                    .toString();
        } catch (IOException e) {
            return CheckedDescriptor.unreadable(source, "the file cannot be read as UTF-8: " + e.getMessage());
        }
        if (known.isPresent() && known.get().text().equals(yaml)) {
            return known.get();
        }
        return CheckedDescriptor.of(source, yaml, reader, Optional.of((path, names) -> sample(resource, path, names)));
    }

    private static byte[] bytes(Resource resource) throws IOException {
        try (InputStream in = resource.getInputStream()) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new IOException("it is larger than 1 MiB");
            }
            return bytes;
        }
    }

    private static @Nullable Object sample(Resource descriptor, String path, XmlNames names) throws IOException {
        ByteArrayInputStream content = new ByteArrayInputStream(bytes(descriptor.createRelative(path)));
        return path.endsWith(".xml") ? XmlRecords.readTree(content, null, names) : JsonRecords.readTree(content);
    }

    static String name(Resource resource) {
        try {
            return resource.isFile()
                    ? resource.getFile().toPath().normalize().toString()
                    : resource.getURL().toString();
        } catch (IOException e) {
            return resource.getDescription();
        }
    }
}
