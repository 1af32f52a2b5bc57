package se.tjanstenav.mocks.agency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.mocks.records.DataFile;
import se.tjanstenav.mocks.records.Layout;

/** The data files of one agency, with the revisions made to them at run time. */
public final class AgencyFiles {

    private final Agency agency;
    private final @Nullable Path external;
    private final Map<String, String> texts = new ConcurrentHashMap<>();
    private final Map<Layout, Parsed> parsed = new ConcurrentHashMap<>();

    private record Parsed(String text, DataFile data) {}

    public AgencyFiles(Agency agency, @Nullable Path external) {
        this.agency = agency;
        this.external = external;
    }

    /** The file's records as they are now; taken apart anew only when the text has changed. */
    DataFile data(Layout layout) {
        String text = text(layout.file());
        Parsed known = parsed.get(layout);
        if (known == null || !known.text().equals(text)) {
            known = new Parsed(text, layout.parse(text));
            parsed.put(layout, known);
        }
        return known.data();
    }

    /** The file's text as it is now; a file outside the module is read again each time. */
    private String text(String file) {
        if (external == null) {
            return texts.computeIfAbsent(file, name -> Agency.text(agency.id() + "/" + name));
        }
        Path folder = folder();
        return folder == null ? read(external) : texts.computeIfAbsent(file, name -> read(within(folder, name)));
    }

    /** The agency's folder, where it lies outside the module. */
    @Nullable
    public Path folder() {
        return external != null && Files.isDirectory(external) ? external : null;
    }

    private static Path within(Path folder, String file) {
        Path found = folder.resolve(file).normalize();
        if (!found.startsWith(folder.normalize())) {
            throw new IllegalArgumentException("The data file " + file + " is not in " + folder);
        }
        return found;
    }

    private String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file + ", the data of stub agency " + agency.id(), e);
        }
    }

    public void revise(String file, String before, String after) {
        String text = text(file);
        if ((external != null && folder() == null) || !text.contains(before)) {
            throw new IllegalArgumentException(
                    "Nothing to revise: " + agency.id() + "/" + file + " does not hold: " + before);
        }
        texts.put(file, text.replace(before, after));
    }
}
