package se.tjanstenav.routes.api;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Writes CSV by RFC 4180 with a header row. A text that a spreadsheet would take for a formula gets an apostrophe before
 * it, which spreadsheets hide (OWASP, CSV injection).
 */
final class CsvRows {

    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

    private final CSVPrinter printer;

    CsvRows(OutputStream out, List<String> columns) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader(columns.toArray(String[]::new))
                .get();
        printer = new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), format);
    }

    /** One row; nothing for null, and several values in one cell apart by {@code |}. */
    void add(@Nullable Object... cells) throws IOException {
        printer.printRecord(Stream.of(cells).map(CsvRows::cell).toList());
    }

    void flush() throws IOException {
        printer.flush();
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof Collection<?> several) {
            return safe(String.join("|", several.stream().map(CsvRows::cell).toList()));
        }
        return value instanceof Number ? value.toString() : safe(value.toString());
    }

    private static String safe(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
