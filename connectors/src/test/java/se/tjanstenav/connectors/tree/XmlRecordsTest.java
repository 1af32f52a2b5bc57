package se.tjanstenav.connectors.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.tjanstenav.connectors.fault.FaultCode;
import se.tjanstenav.connectors.fault.SourceException;

class XmlRecordsTest {

    @Test
    void readsOnBehindARecordThatIsTooLarge() {
        assertLeftOut("<t>" + "lång &amp; ".repeat(600_000) + "</t>");
        assertLeftOut("<t><![CDATA[" + "lång ".repeat(1_000_000) + "]]></t>");
        assertLeftOut("<t>" + "<w/>".repeat(250_000) + "</t>");
    }

    @Test
    void keepsATextWholeThatComesInPieces() {
        String text = "ä&amp;<![CDATA[<]]>".repeat(20_000);
        XmlRecords records = records("<r><t>" + text + "</t></r>");
        assertThat(records.advance()).isTrue();
        assertThat(records.current()).isEqualTo("ä&<".repeat(20_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<r><x>%s</x><t/></r>", "<r><t>%s</t></r>"})
    void refusesInclusions(String document) {
        XmlRecords records = records(document.formatted(
                "<i:include xmlns:i='http://www.w3.org/2001/XInclude' href='file:///etc/hostname'/>"));
        assertThatThrownBy(() -> {
                    while (records.advance()) {
                        assertThat(records.current()).isNotNull();
                    }
                })
                .isInstanceOfSatisfying(
                        SourceException.class, e -> assertThat(e.code()).isEqualTo(FaultCode.MALFORMED_RESPONSE));
    }

    private static void assertLeftOut(String child) {
        XmlRecords records = records("<r><t id='a'>" + child + "<last>1</last></t><t id='b'/></r>");
        assertThat(records.advance()).isTrue();
        assertThat(records.isOversized()).isTrue();
        assertThat(records.current()).isEqualTo(Map.of("@id", "a"));
        assertThat(records.advance()).isTrue();
        assertThat(records.isOversized()).isFalse();
        assertThat(records.current()).isEqualTo(Map.of("@id", "b"));
        assertThat(records.advance()).isFalse();
    }

    private static XmlRecords records(String xml) {
        return new XmlRecords(
                new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)),
                null,
                TreePointer.parse("/r/t"),
                XmlNames.LOCAL);
    }
}
