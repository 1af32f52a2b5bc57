package se.tjanstenav.connectors.descriptor;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.Charset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the records are in an answer.
 *
 * @param records pointer to the records; empty for CSV, where every row is one
 * @param id pointer to the identity within a record
 * @param where pointers into a record and the text that must stand there; other records are passed over
 * @param csv how CSV is written
 */
public record Response(
        Format format,
        String records,
        String id,
        Map<String, String> where,
        @Nullable Faults faults,
        Csv csv) {

    public Response(
            Format format,
            @Nullable String records,
            String id,
            @Nullable Map<String, String> where,
            @Nullable Faults faults,
            @Nullable Csv csv) {
        this.format = format;
        this.records = records == null ? "" : records;
        this.id = id;
        this.where = where == null ? Map.of() : where;
        this.faults = faults;
        this.csv = csv == null ? Csv.DEFAULTS : csv;
    }

    public enum Format {
        @JsonProperty("json")
        JSON,
        @JsonProperty("xml")
        XML,
        @JsonProperty("soap")
        SOAP,
        @JsonProperty("csv")
        CSV
    }

    /**
     * Faults of producers that an otherwise successful answer carries.
     *
     * @param path pointer to them in the answer
     * @param code pointer to the code within one
     * @param text pointer to the text within one
     */
    public record Faults(
            String path, @Nullable String code, @Nullable String text) {}

    /**
     * How CSV is written.
     *
     * @param separator one character
     * @param encoding null means what the content type says, or else UTF-8
     * @param quote one character, or nothing where cells are never quoted
     */
    public record Csv(String separator, @Nullable Encoding encoding, String quote) {

        static final Csv DEFAULTS = new Csv(null, null, null);

        public Csv(@Nullable String separator, @Nullable Encoding encoding, @Nullable String quote) {
            this.separator = separator == null ? "," : separator;
            this.encoding = encoding;
            this.quote = quote == null ? "\"" : quote;
        }

        public enum Encoding {
            @JsonProperty("UTF-8")
            UTF_8("UTF-8"),
            @JsonProperty("ISO-8859-1")
            ISO_8859_1("ISO-8859-1"),
            @JsonProperty("windows-1252")
            WINDOWS_1252("windows-1252");

            private final Charset charset;

            Encoding(String name) {
                this.charset = Charset.forName(name);
            }

            public Charset charset() {
                return charset;
            }
        }
    }
}
