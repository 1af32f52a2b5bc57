package se.tjanstenav.connectors.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.tjanstenav.connectors.fault.FaultCode;
import se.tjanstenav.connectors.fault.SourceException;

class CsvRecordsTest {

    private static final int A_MILLION = 1_000_000;
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @Test
    void makesARecordOfEachRow() {
        assertThat(rows("id;Namn;Tid\r\na;Bygglov;10\r\nb;;\r\nc; Flytt ;7"))
                .containsExactly(
                        Map.of("id", "a", "Namn", "Bygglov", "Tid", "10"),
                        Map.of("id", "b"),
                        Map.of("id", "c", "Namn", "Flytt", "Tid", "7"));
    }

    @Test
    void readsSeparatorsQuotesAndLineEndsInQuotedCells() {
        assertThat(rows("id;\"Namn\"\na; \"Bygga; \"\"riva\"\"\r\noch flytta\" \nb;5\" rör\n"))
                .containsExactly(
                        Map.of("id", "a", "Namn", "Bygga; \"riva\"\r\noch flytta"),
                        Map.of("id", "b", "Namn", "5\" rör"));
    }

    @Test
    void takesQuotesAsTheyStandWhereNothingIsQuoted() {
        CsvRecords.Dialect plain = new CsvRecords.Dialect('\t', null, StandardCharsets.UTF_8);
        assertThat(read(new CsvRecords(bytes("id\tNamn\n\"a\t\"b\"\n"), plain, "id")))
                .containsExactly(Map.of("id", "\"a", "Namn", "\"b\""));
    }

    @Test
    void passesOverRowsWithoutTextAndColumnsWithoutName() {
        assertThat(rows("id;;Namn;\n\n;;;\na;x;b;y\n   \n")).containsExactly(Map.of("id", "a", "Namn", "b"));
    }

    @Test
    void readsPastAByteOrderMark() {
        assertThat(rows("\uFEFFid;Namn\na;b\n")).containsExactly(Map.of("id", "a", "Namn", "b"));
        assertThat(rows("\uFEFF\"id\";Namn\na;b\n")).containsExactly(Map.of("id", "a", "Namn", "b"));
    }

    @Test
    void readsOlderEncodings() {
        assertThat(read(records("id;Namn\na;Förskola – \u20ac\n".getBytes(WINDOWS), WINDOWS)))
                .containsExactly(Map.of("id", "a", "Namn", "Förskola – €"));
        assertThat(read(records(
                        "id;Namn\na;Förskola\n".getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1)))
                .containsExactly(Map.of("id", "a", "Namn", "Förskola"));
    }

    @Test
    void refusesBytesThatAreNotInTheEncoding() {
        byte[] latin = "id;Namn\na;Förskola\n".getBytes(StandardCharsets.ISO_8859_1);
        assertFault(records(latin, StandardCharsets.UTF_8), FaultCode.MALFORMED_RESPONSE, "not valid UTF-8");
        byte[] undefined = {'i', 'd', '\n', (byte) 0x81, '\n'};
        assertFault(records(undefined, WINDOWS), FaultCode.MALFORMED_RESPONSE, "not valid windows-1252");
    }

    @Test
    void refusesUtf8WhereAnotherEncodingWasAgreed() {
        byte[] utf8 = "\uFEFFid;Namn\na;Förskola\n".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> records(utf8, WINDOWS)).isInstanceOfSatisfying(SourceException.class, e -> assertThat(
                        e.fault().detail())
                .contains("begins like UTF-8"));
    }

    @Test
    void refusesTwoColumnsOfOneName() {
        assertFault(records("id;Namn; Namn\na;b;c\n"), FaultCode.MALFORMED_RESPONSE, "two columns 'Namn'");
    }

    @Test
    void refusesARowWithTooManyCellsAndTellsItsLine() {
        assertFault(
                records("id;Namn\na;\"b\nb\"\nc;d;\n"),
                FaultCode.MALFORMED_RESPONSE,
                "3 cells in the row that ends at line 4, but 2 columns");
    }

    @Test
    void refusesTextBesideAQuotedCell() {
        assertFault(records("id;Namn\na;\"b\"c\n"), FaultCode.MALFORMED_RESPONSE, "line: 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Databasfel\n", "<html>\n<body>fel</body>\n</html>", "ID;Namn\n", ";\n", "Databasfel"})
    void refusesAnAnswerWithoutTheColumnOfTheIdentity(String answer) {
        assertFault(records(answer), FaultCode.MALFORMED_RESPONSE, "no column 'id'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "id;Namn\na;b\nc", "id;Namn\na;\"b", "id;Namn\na;b\nc;\"d\n"})
    void noticesThatTheAnswerEndsTooEarly(String answer) {
        assertFault(records(answer), FaultCode.TRUNCATED, "");
    }

    @Test
    void readsOnBehindARowThatIsTooLong() {
        String giant = "c;\"" + "x;\"\"\n".repeat(20) + "x".repeat(5_000_000) + "\";5\" disk\n";
        CsvRecords records =
                records("id;Namn;Mer\na;b;c\n" + giant + "d;e;f\r\n" + giant.replace("\n", "\r\n") + "g;h;i\n");
        assertThat(next(records)).isEqualTo("a false");
        assertThat(next(records)).isEqualTo("c true");
        assertThat(next(records)).isEqualTo("d false");
        assertThat(next(records)).isEqualTo("c true");
        assertThat(next(records)).isEqualTo("g false");
        assertThat(records.advance()).isFalse();
    }

    @Test
    void namesNoIdentityThatStandsBehindWhatIsTooLong() {
        CsvRecords records = records("Namn;id\n" + " ".repeat(5_000_000) + ";abc\n" + "x".repeat(5_000_000) + ";abc\n");
        assertThat(next(records)).isEqualTo("null true");
        assertThat(next(records)).isEqualTo("null true");
    }

    private static String next(CsvRecords records) {
        assertThat(records.advance()).isTrue();
        return TreePointer.parse("/id").findText(records.current()).orElse("null") + " " + records.isOversized();
    }

    @Test
    void boundsColumnsNamesCellsAndRows() {
        assertFault(records("id;" + "x;".repeat(1000) + "\n"), FaultCode.MALFORMED_RESPONSE, "two columns");
        StringBuilder names = new StringBuilder("id");
        for (int i = 0; i < 1000; i++) {
            names.append(";c").append(i);
        }
        assertFault(records(names + "\n"), FaultCode.TOO_LARGE, "over 1000 columns");
        assertFault(records("id;" + "x".repeat(1001) + "\n"), FaultCode.TOO_LARGE, "column name");
        assertFault(records("id\na" + ";".repeat(250_000) + "\n"), FaultCode.TOO_LARGE, "separators");
        assertFault(records("id;n\na;\"" + "x\n".repeat(5_000_000)), FaultCode.TOO_LARGE, "line ends");
    }

    @Test
    void readsAMillionRowsOneAtATime() {
        String row = "a;" + "x".repeat(1000) + "\n";
        List<InputStream> parts = new AbstractList<>() {
            @Override
            public InputStream get(int index) {
                return bytes(index == 0 ? "id;Namn\n" : row);
            }

            @Override
            public int size() {
                return A_MILLION + 1;
            }
        };
        CsvRecords records = new CsvRecords(
                new SequenceInputStream(Collections.enumeration(parts)), dialect(StandardCharsets.UTF_8), "id");
        long count = 0;
        while (records.advance()) {
            count++;
        }
        assertThat(count).isEqualTo(A_MILLION);
    }

    private static void assertFault(CsvRecords records, FaultCode code, String told) {
        assertThatThrownBy(() -> read(records)).isInstanceOfSatisfying(SourceException.class, e -> {
            assertThat(e.code()).as(e.getMessage()).isEqualTo(code);
            assertThat(e.fault().detail()).contains(told);
        });
    }

    private static List<@Nullable Object> rows(String csv) {
        return read(records(csv));
    }

    private static List<@Nullable Object> read(CsvRecords records) {
        List<@Nullable Object> read = new ArrayList<>();
        while (records.advance()) {
            read.add(records.current());
        }
        return read;
    }

    private static CsvRecords records(String csv) {
        return records(csv.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static CsvRecords records(byte[] csv, Charset charset) {
        return new CsvRecords(new ByteArrayInputStream(csv), dialect(charset), "id");
    }

    private static CsvRecords.Dialect dialect(Charset charset) {
        return new CsvRecords.Dialect(';', '"', charset);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
