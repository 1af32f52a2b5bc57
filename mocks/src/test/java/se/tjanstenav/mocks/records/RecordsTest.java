package se.tjanstenav.mocks.records;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Data files taken apart and put together, and the views on their records. */
class RecordsTest {

    private static final Layout JSON = new Layout("a.json", null, "/kod");
    private static final Layout XML = new Layout("a.xml", "lista", "@kod");
    private static final Layout CSV = new Layout("a.csv", null, "kod");

    @Test
    void takesJsonApartWithoutTouchingIt() throws IOException {
        DataFile data = takenApart(JSON, "[\n  {\"kod\": \"A\", \"x\": [1, {}]},\n  {\"kod\": \"B\"}\n]\n");
        assertThat(data.records().at(0)).isEqualTo(new RawRecord("A", "{\"kod\": \"A\", \"x\": [1, {}]}"));
        assertThat(data.values().of("{\"a\": {\"b\": \"c\"}}", "/a/b")).isEqualTo("c");
        assertThat(data.values().of("{\"a\": null}", "/a")).isEmpty();
    }

    @Test
    void takesXmlApartWithoutTouchingIt() throws IOException {
        DataFile data = takenApart(
                XML,
                "<?xml version=\"1.0\"?>\n<s:svar xmlns:s=\"urn:s\"><s:lista>\n  <s:rad kod=\"A\"><s:x>å &amp; ä</s:x></s:rad>\n"
                        + "  <s:rad kod=\"B\"/>\n</s:lista><fel/></s:svar>\n");
        assertThat(data.records().at(0)).isEqualTo(new RawRecord("A", "<s:rad kod=\"A\"><s:x>å &amp; ä</s:x></s:rad>"));
        assertThat(data.values().of(data.records().at(0).text(), "x")).isEqualTo("å & ä");
        assertThat(data.values().of(data.records().at(1).text(), "x")).isEmpty();
    }

    @Test
    void takesCsvApartWithoutTouchingIt() throws IOException {
        DataFile data = takenApart(CSV, "kod;text\nA;\"två\nrader; ett värde\"\nB;\n");
        assertThat(data.records().at(0)).isEqualTo(new RawRecord("A", "A;\"två\nrader; ett värde\"\n"));
        assertThat(data.values().of(data.records().at(0).text(), "text")).isEqualTo("två\nrader; ett värde");
        assertThatThrownBy(() -> data.values().of("A;b\n", "pris")).hasMessageContaining("[kod, text]");
    }

    @ParameterizedTest
    @CsvSource({"a.json, {}", "a.json, [1", "a.xml, <lista/>", "a.xml, <annan/>", "a.csv, ''"})
    void refusesAFileThatHoldsNoListOfRecords(String file, String text) {
        assertThatThrownBy(() -> new Layout(file, "lista", null).parse(text))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Stub data file " + file);
    }

    @Test
    void showsPagesFiltersAndRotationsAsViews() {
        Records five =
                Records.of(LongStream.range(0, 5).mapToObj(RecordsTest::made).toList());
        assertThat(ids(five.range(3, 9))).containsExactly("3", "4");
        assertThat(ids(five.range(7, 9))).isEmpty();
        assertThat(ids(five.where(each -> Integer.parseInt(each.id()) % 2 == 0)))
                .containsExactly("0", "2", "4");
        assertThat(ids(five.rotated(2))).containsExactly("2", "3", "4", "0", "1");
        assertThat(ids(five.range(1, 3).rotated(1))).containsExactly("2", "1");
        assertThatThrownBy(() -> five.range(0, 2).at(2)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void streamsMoreRecordsThanMemoryHolds() throws IOException {
        Records endless = new RecordView(1L << 62, RecordsTest::made);
        AnswerBody body = new AnswerBody("[", endless.rotated(-1).rotated(1), ",", "]");
        try (InputStream stream = body.stream(UTF_8)) {
            assertThat(new String(stream.readNBytes(8), UTF_8)).isEqualTo("[#0,#1,#");
        }
        assertThat(endless.range(1L << 60, (1L << 60) + 2).at(1).id()).isEqualTo("1152921504606846977");
    }

    private static DataFile takenApart(Layout layout, String text) throws IOException {
        DataFile data = layout.parse(text);
        assertThat(data.records().size()).isEqualTo(2);
        assertThat(ids(data.records())).containsExactly("A", "B");
        try (InputStream whole = data.body().stream(UTF_8)) {
            assertThat(new String(whole.readAllBytes(), UTF_8)).isEqualTo(text);
        }
        return data;
    }

    private static RawRecord made(long index) {
        return new RawRecord(String.valueOf(index), "#" + index);
    }

    private static List<String> ids(Records records) {
        return LongStream.range(0, records.size())
                .mapToObj(index -> records.at(index).id())
                .toList();
    }
}
