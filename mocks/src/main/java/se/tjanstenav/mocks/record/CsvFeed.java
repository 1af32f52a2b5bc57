package se.tjanstenav.mocks.record;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/** A table with a header line, its cells masked by their column. */
final class CsvFeed {

    private final Mask mask;

    CsvFeed(Mask mask) {
        this.mask = mask;
    }

    Feed read(String text) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter(text))
                .setRecordSeparator(text.contains("\r\n") ? "\r\n" : "\n")
                .get();
        StringBuilder data = new StringBuilder();
        List<Map<String, String>> records = new ArrayList<>();
        try (CSVPrinter printer = new CSVPrinter(data, format)) {
            List<CSVRecord> lines = format.parse(new StringReader(text)).getRecords();
            List<String> columns = lines.isEmpty()
                    ? List.of()
                    : lines.get(0).stream().map(mask::text).toList();
            printer.printRecord(columns);
            for (CSVRecord line : lines.subList(Math.min(1, lines.size()), lines.size())) {
                List<String> cells = masked(columns, line);
                Map<String, String> record = new LinkedHashMap<>();
                for (int i = 0; i < Math.min(columns.size(), cells.size()); i++) {
                    record.put(columns.get(i), cells.get(i));
                }
                records.add(record);
                printer.printRecord(cells);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new RecordingException("The CSV cannot be read, hence not masked: " + e.getMessage(), e);
        }
        return new Feed("csv", data.toString(), records.size(), records.size(), Feed.identity(records), null, null);
    }

    private List<String> masked(List<String> columns, CSVRecord line) {
        List<String> cells = new ArrayList<>();
        for (String cell : line) {
            String column = cells.size() < columns.size() ? columns.get(cells.size()) : "";
            cells.add(mask.value(column, false, cell));
        }
        return cells;
    }

    /** Whichever of the usual ones the header line has most of. */
    private static String delimiter(String text) {
        String head = text.lines().findFirst().orElse("");
        return Stream.of(";", ",", "\t")
                .max(Comparator.comparingLong(each ->
                        head.chars().filter(letter -> letter == each.charAt(0)).count()))
                .orElse(";");
    }
}
