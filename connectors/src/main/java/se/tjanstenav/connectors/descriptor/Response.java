package se.tjanstenav.connectors.descriptor;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the records are in an answer.
 *
 * @param records pointer to the records; empty for CSV, where every row is one
 * @param each pointer, within what {@code records} finds, to the list whose elements are the records; null where the
 *     former are the records themselves
 * @param id pointer to the identity within a record
 * @param outerId pointer to the identity of what stands around a nested list, which becomes part of the record's
 * @param type IRI or prefixed name of the class whose resources are the records of linked data
 * @param where pointers into a record and the text that must stand there; other records are passed over
 * @param csv how CSV is written
 * @param xml how names of XML are told apart
 * @param rdf how names of linked data are shortened
 */
public record Response(
        Format format,
        String records,
        @Nullable String each,
        String id,
        @Nullable String outerId,
        @JsonProperty("class") @Nullable String type,
        Map<String, String> where,
        @Nullable Faults faults,
        Csv csv,
        Xml xml,
        Rdf rdf) {

    public Response(
            Format format,
            @Nullable String records,
            @Nullable String each,
            String id,
            @Nullable String outerId,
            @JsonProperty("class") @Nullable String type,
            @Nullable Map<String, String> where,
            @Nullable Faults faults,
            @Nullable Csv csv,
            @Nullable Xml xml,
            @Nullable Rdf rdf) {
        this.format = format;
        this.records = records == null ? "" : records;
        this.each = each;
        this.id = id;
        this.outerId = outerId;
        this.type = type;
        this.where = where == null ? Map.of() : where;
        this.faults = faults;
        this.csv = csv == null ? Csv.DEFAULTS : csv;
        this.xml = xml == null ? new Xml(Map.of()) : xml;
        this.rdf = rdf == null ? new Rdf(Map.of()) : rdf;
    }

    public enum Format {
        @JsonProperty("json")
        JSON,
        @JsonProperty("xml")
        XML,
        @JsonProperty("soap")
        SOAP,
        @JsonProperty("csv")
        CSV,
        @JsonProperty("jsonld")
        JSON_LD,
        @JsonProperty("turtle")
        TURTLE
    }

    /** The namespaces whose names get a prefix, by that prefix; other names stand without. */
    public record Xml(Map<String, String> namespaces) {

        /** The same by namespace. */
        public Map<String, String> prefixes() {
            Map<String, String> prefixes = new HashMap<>();
            namespaces.forEach((prefix, namespace) -> prefixes.put(namespace, prefix));
            return prefixes;
        }
    }

    /** Beginnings of IRIs by the prefix that stands for them, besides the well-known ones. */
    public record Rdf(Map<String, String> prefixes) {}

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
