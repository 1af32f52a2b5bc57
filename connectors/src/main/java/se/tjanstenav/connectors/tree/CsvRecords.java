package se.tjanstenav.connectors.tree;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.connectors.fault.Excerpt;
import se.tjanstenav.connectors.fault.FaultCode;
import se.tjanstenav.connectors.fault.SourceException;

/**
 * The rows of a CSV answer (RFC 4180), each a map from the column names of the first row to texts, stripped; an empty
 * cell is absent. Rows without any text and columns without a name are passed over.
 */
public final class CsvRecords implements RecordReader {

    private static final int MAX_COLUMNS = 1000;
    private static final int MAX_NAME = 1000;

    private final Dialect dialect;
    private final String requiredColumn;
    private final BoundedRows text;
    private final CSVParser parser;
    private final Iterator<CSVRecord> rows;
    private List<String> columns = List.of();
    private Map<String, @Nullable Object> current = Map.of();
    private boolean started;

    /**
     * Reads rows.
     *
     * @param requiredColumn a column without which the answer is not the feed's
     */
    public CsvRecords(InputStream csv, Dialect dialect, String requiredColumn) {
        this.dialect = dialect;
        this.requiredColumn = requiredColumn;
        this.text = new BoundedRows(
                StrictText.reader(csv, dialect.charset(), "The CSV"), dialect.separator(), dialect.quote());
        try {
            this.parser = CSVParser.builder()
                    .setReader(text)
                    .setFormat(CSVFormat.RFC4180
                            .builder()
                            .setDelimiter(dialect.separator())
                            .setQuote(dialect.quote())
                            .setIgnoreEmptyLines(true)
                            .setIgnoreSurroundingSpaces(true)
                            .get())
                    .get();
        } catch (IOException e) {
            throw malformed(e);
        }
        this.rows = parser.iterator();
    }

    /**
     * How the CSV is written.
     *
     * @param quote null where cells are never quoted
     */
    public record Dialect(char separator, @Nullable Character quote, Charset charset) {}

    @Override
    public boolean advance() {
        try {
            if (!started) {
                started = true;
                readColumns();
            }
            while (hasRow()) {
                current = cells(rows.next());
                if (!current.isEmpty() || isOversized()) {
                    return true;
                }
            }
            return false;
        } catch (UncheckedIOException e) {
            throw malformed(Objects.requireNonNull(e.getCause()));
        }
    }

    private boolean hasRow() {
        text.nextRow();
        return rows.hasNext();
    }

    private void readColumns() {
        if (!hasRow()) {
            throw SourceException.of(FaultCode.TRUNCATED, "The answer is empty; not even column names are there");
        }
        List<String> names = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (String cell : rows.next()) {
            String name = cell.strip();
            if (names.size() == MAX_COLUMNS || name.length() > MAX_NAME) {
                throw SourceException.of(
                        FaultCode.TOO_LARGE,
                        "The CSV has over %d columns, or a column name of over %d characters"
                                .formatted(MAX_COLUMNS, MAX_NAME));
            }
            if (!name.isEmpty() && !known.add(name)) {
                throw malformed("has two columns '%s'".formatted(Excerpt.of(name)));
            }
            names.add(name);
        }
        if (!known.contains(requiredColumn)) {
            throw malformed("has no column '%s'; its first row is '%s'"
                    .formatted(requiredColumn, Excerpt.of(String.join("" + dialect.separator(), names))));
        }
        columns = List.copyOf(names);
    }

    private Map<String, @Nullable Object> cells(CSVRecord row) {
        if (row.size() > columns.size()) {
            throw malformed("has %d cells in the row that ends at line %d, but %d columns"
                    .formatted(row.size(), parser.getCurrentLineNumber(), columns.size()));
        }
        if (row.size() < columns.size() && text.endedWithinLine()) {
            throw SourceException.of(
                    FaultCode.TRUNCATED, "The CSV ends in line %d".formatted(parser.getCurrentLineNumber()));
        }
        Map<String, @Nullable Object> cells = new LinkedHashMap<>();
        int intact = text.isShortened() ? beforeGiant(row) : row.size();
        for (int i = 0; i < intact; i++) {
            String cell = row.get(i).strip();
            if (!cell.isEmpty() && !columns.get(i).isEmpty()) {
                cells.put(columns.get(i), cell);
            }
        }
        return cells;
    }

    /** How many of a shortened row's cells stand before the one that made it so, and are as the agency wrote them. */
    private static int beforeGiant(CSVRecord row) {
        for (int i = 0; i < row.size(); i++) {
            if (row.get(i).length() > NodeBudget.MAX_CHARACTERS / 4) {
                return i;
            }
        }
        return 0;
    }

    private static SourceException malformed(String what) {
        return SourceException.of(FaultCode.MALFORMED_RESPONSE, "The CSV " + what);
    }

    private SourceException malformed(IOException e) {
        if (e instanceof CharacterCodingException) {
            return StrictText.invalid("The CSV", dialect.charset(), e);
        }
        if (!(e instanceof CSVException)) {
            return SourceException.in(e).orElseGet(() -> BrokenStream.fault(e));
        }
        String message = String.valueOf(e.getMessage());
        return message.contains("EOF reached")
                ? SourceException.of(FaultCode.TRUNCATED, "The CSV ends inside a quoted cell", e)
                : SourceException.of(FaultCode.MALFORMED_RESPONSE, "The CSV is malformed: " + Excerpt.of(message), e);
    }

    /** The column names have stood for the list: without them reading fails at once. */
    @Override
    public void requireList() {}

    @Override
    public Object current() {
        return current;
    }

    @Override
    public boolean isOversized() {
        return text.isShortened();
    }

    @Override
    public Map<String, @Nullable Object> envelope() {
        return Map.of();
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw BrokenStream.fault(e);
        }
    }
}
