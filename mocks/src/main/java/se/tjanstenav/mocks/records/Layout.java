package se.tjanstenav.mocks.records;

import org.jspecify.annotations.Nullable;

/** Which data file holds records, in which element of it (XML only), and what tells them apart. */
public record Layout(
        String file, @Nullable String records, @Nullable String id) {

    /** Takes the file's text apart, by the kind of data its name tells. */
    public DataFile parse(String text) {
        String kind = file.substring(file.lastIndexOf('.') + 1);
        return switch (kind) {
            case "json" -> JsonRecords.parse(text, this);
            case "xml" -> XmlRecords.parse(text, this);
            case "csv" -> CsvRecords.parse(text, this);
            default ->
                throw new IllegalArgumentException("Records are read from json, xml and csv files, not from " + file);
        };
    }

    /** The error for a file that is not what its name or its layout says. */
    IllegalStateException unreadable(String why, @Nullable Throwable cause) {
        return new IllegalStateException("Stub data file " + file + ": " + why, cause);
    }
}
