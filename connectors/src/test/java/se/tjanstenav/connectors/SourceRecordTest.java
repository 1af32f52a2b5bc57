package se.tjanstenav.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.tjanstenav.connectors.mapping.LookupTable;
import se.tjanstenav.connectors.mapping.RecordContext;

/** What is kept of a record that was rejected, to be mapped again once its mapping has been mended. */
class SourceRecordTest {

    private static final Map<String, Object> TREE = Map.of("kod", "A", "namn", List.of("Bygglov"));

    @Test
    void keepsWhatStandsBesideTheRecord() {
        RecordContext beside =
                RecordContext.NONE.with(RecordContext.OUTER, Map.of("id", 7)).with(RecordContext.DETAIL, "mer");
        SourceRecord record = new SourceRecord(3, "A", TREE, false, beside, null);

        assertThat(SourceRecord.again(3, "A", record.kept())).isEqualTo(record);
    }

    @Test
    void keepsARecordThatIsNothing() {
        SourceRecord record = new SourceRecord(1, null, null);

        assertThat(SourceRecord.again(1, null, record.kept())).isEqualTo(record);
    }

    @Test
    void keepsNothingOfARecordThatWasNotReadWhole() {
        assertThat(new SourceRecord(1, "A", TREE, true, RecordContext.NONE, null).kept())
                .isNull();
    }

    @Test
    void keepsNothingOfARecordThatLacksItsDetail() {
        RecordContext without = RecordContext.NONE.without("404");

        assertThat(new SourceRecord(1, "A", TREE, false, without, null).kept()).isNull();
    }

    @Test
    void keepsNothingOfARecordThatIsMappedWithLookupsOfItsRun() {
        RecordContext looksUp = RecordContext.NONE.with(Map.of("offices", LookupTable.of(Map.of())));

        assertThat(new SourceRecord(1, "A", TREE, false, looksUp, null).kept()).isNull();
    }
}
