package se.tjanstenav.mocks.records;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** CSV files taken apart: the header, then a record a line, which keeps its line end. Values are found by column. */
final class CsvRecords {

    private CsvRecords() {}

    static DataFile parse(String text, Layout layout) {
        String complete = text.endsWith("\n") ? text : text + "\n";
        CSVFormat format = format(complete);
        try (CSVParser parser = CSVParser.parse(complete, format)) {
            List<CSVRecord> lines = parser.getRecords();
            if (lines.isEmpty()) {
                throw layout.unreadable("must begin with a line of column names", null);
            }
            List<String> columns = lines.get(0).toList();
            List<RawRecord> records = new ArrayList<>();
            for (int i = 1; i < lines.size(); i++) {
                String record = complete.substring(start(lines, i, complete), start(lines, i + 1, complete));
                String id = layout.id() == null ? "" : value(lines.get(i), columns, layout.id());
                records.add(new RawRecord(id, record));
            }
            String head = complete.substring(0, start(lines, 1, complete));
            return new DataFile(
                    head, Records.of(records), "", "", (record, name) -> value(record, format, columns, name));
        } catch (IOException e) {
            throw layout.unreadable("is not CSV", e);
        }
    }

    private static int start(List<CSVRecord> lines, int line, String text) {
        return line < lines.size() ? (int) lines.get(line).getCharacterPosition() : text.length();
    }

    private static String value(String record, CSVFormat format, List<String> columns, String name) {
        try (CSVParser parser = CSVParser.parse(record, format)) {
            return value(parser.iterator().next(), columns, name);
        } catch (IOException e) {
            throw new IllegalStateException("A stub's record is not a line of CSV: " + record, e);
        }
    }

    private static String value(CSVRecord line, List<String> columns, String name) {
        int column = columns.indexOf(name);
        if (column < 0) {
            throw new IllegalArgumentException("No column " + name + "; there are " + columns);
        }
        return column < line.size() ? line.get(column) : "";
    }

    private static CSVFormat format(String text) {
        String header = text.substring(0, text.indexOf('\n'));
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(header.contains(";") ? ';' : ',')
                .get();
    }
}
