package se.tjanstenav.connectors.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.tjanstenav.connectors.fault.FaultCode;
import se.tjanstenav.connectors.fault.SourceException;

class JsonRecordsTest {

    private static final int A_MILLION = 1_000_000;

    @Test
    void readsAMillionRecordsOneAtATime() {
        String padding = "x".repeat(1000);
        Enumeration<InputStream> parts = Collections.enumeration(new java.util.AbstractList<InputStream>() {
            @Override
            public InputStream get(int index) {
                if (index == 0) {
                    return bytes("{\"items\": [{}");
                }
                return bytes(index <= A_MILLION ? ",{\"p\":\"" + padding + "\"}" : "], \"next\": \"c\"}");
            }

            @Override
            public int size() {
                return A_MILLION + 2;
            }
        });
        JsonRecords records = new JsonRecords(new SequenceInputStream(parts), TreePointer.parse("/items"));
        long count = 0;
        while (records.advance()) {
            count++;
        }
        assertThat(count).isEqualTo(A_MILLION + 1);
        assertThat(records.envelope()).containsEntry("next", "c");
    }

    @Test
    void keepsWhatStandsAroundTheRecords() {
        JsonRecords records =
                records("{\"meta\": {\"total\": 2}, \"data\": {\"items\": [1, 2], \"n\": 7}}", "/data/items");
        assertThat(IntStream.range(0, 2).allMatch(i -> records.advance())).isTrue();
        assertThat(records.advance()).isFalse();
        assertThat(TreePointer.parse("/meta/total").findText(records.envelope()))
                .contains("2");
        assertThat(TreePointer.parse("/data/n").findText(records.envelope())).contains("7");
    }

    @Test
    void refusesWhatGoesOnAfterItsEnd() {
        assertFault("[1] [2]", "", FaultCode.MALFORMED_RESPONSE);
        assertFault("{\"items\": []} x", "/items", FaultCode.MALFORMED_RESPONSE);
    }

    @Test
    void refusesNamesGivenTwice() {
        assertFault("[{\"a\": 1, \"a\": 2}]", "", FaultCode.MALFORMED_RESPONSE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\\\\", "\\\"", "\\u00e5", "å"})
    void readsOnBehindARecordWithATextThatIsTooLong(String piece) {
        String text = "\"" + (piece + "y").repeat(2_500_000) + "\"";
        for (String pad : List.of("", "z", "zz", "zzz", "zzzz", "zzzzz")) {
            assertLeftOut("\"" + pad + "\": " + text);
        }
    }

    @Test
    void readsOnBehindARecordThatIsTooWideOrHasTooMuchText() {
        assertLeftOut("\"n\": [" + "1,".repeat(250_000) + "1]");
        assertLeftOut("\"n\": [" + ("\"" + "x".repeat(1_000_000) + "\",").repeat(5) + "1]");
    }

    private static void assertLeftOut(String member) {
        JsonRecords records = records("[{\"id\": \"a\", " + member + ", \"last\": 1}, {\"id\": \"b\"}]", "");
        assertThat(records.advance()).isTrue();
        assertThat(records.isOversized()).isTrue();
        assertThat(records.current()).isEqualTo(Map.of("id", "a"));
        assertThat(records.advance()).isTrue();
        assertThat(records.isOversized()).isFalse();
        assertThat(records.current()).isEqualTo(Map.of("id", "b"));
        assertThat(records.advance()).isFalse();
    }

    @Test
    void boundsDepthAndWidth() {
        assertFault("[" + "[".repeat(200) + "]".repeat(200) + "]", "", FaultCode.TOO_LARGE);
        assertFault("[[" + "1,".repeat(1_100_000) + "1]]", "", FaultCode.TOO_LARGE);
        assertFault("{\"around\": [" + "1,".repeat(250_000) + "1]}", "/items", FaultCode.TOO_LARGE);
    }

    private static void assertFault(String json, String pointer, FaultCode code) {
        JsonRecords records = records(json, pointer);
        assertThatThrownBy(() -> {
                    while (records.advance()) {
                        assertThat(records.current()).isNotNull();
                    }
                })
                .isInstanceOfSatisfying(
                        SourceException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private static JsonRecords records(String json, String pointer) {
        return new JsonRecords(bytes(json), TreePointer.parse(pointer));
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
