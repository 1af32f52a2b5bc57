package se.tjanstenav.mocks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The data files of one agency, with the revisions made to them at run time. */
final class AgencyFiles {

    private final Agency agency;
    private final @Nullable Path external;
    private final Map<String, String> texts = new ConcurrentHashMap<>();
    private final Map<Layout, Parsed> parsed = new ConcurrentHashMap<>();

    private record Parsed(String text, DataFile data) {}

    AgencyFiles(Agency agency, @Nullable Path external) {
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
        try {
            return Files.readString(external);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + external + ", the data of stub agency " + agency.id(), e);
        }
    }

    /** Throws unless the agency has such a data file. */
    void requireFile(String file) {
        if (external == null) {
            text(file);
        }
    }

    void revise(String file, String before, String after) {
        String text = text(file);
        if (external != null || !text.contains(before)) {
            throw new IllegalArgumentException(
                    "Nothing to revise: " + agency.id() + "/" + file + " does not hold: " + before);
        }
        texts.put(file, text.replace(before, after));
    }
}
