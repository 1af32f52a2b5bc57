package se.tjanstenav.catalog.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class CanonicalJsonTest {

    @Test
    void takesOtherBlanksForTheSameText() {
        assertThat(hash("Sök  bygglov\r\n nu ")).isEqualTo(hash("Sök bygglov nu"));
        assertThat(hash("Sök\u00A0bygglov nu\u00A0")).isEqualTo(hash("Sök bygglov nu"));
    }

    @Test
    void seesThatATextWasCutIntoParagraphs() {
        assertThat(hash("Sök bygglov.\n\nBygg sedan.")).isNotEqualTo(hash("Sök bygglov. Bygg sedan."));
        assertThat(hash("Sök bygglov. \r\n \r\n\r\n Bygg sedan.")).isEqualTo(hash("Sök bygglov.\n\nBygg sedan."));
    }

    @Test
    void comparesNumbersByValueWithoutWritingThemOut() {
        assertThat(hash(new BigDecimal("7.50"))).isEqualTo(hash(new BigDecimal("7.5")));
        assertThat(hash(new BigDecimal("700"))).isEqualTo(hash(new BigDecimal("7E+2")));
        assertThat(hash(new BigDecimal("1E+2000000000"))).isNotEqualTo(hash(new BigDecimal("1E+2000000001")));
    }

    @Test
    void hashesAnObjectByItsMembersAsByItself() {
        JsonNode tree = JsonMapper.shared().readTree("""
                {"b": {"y": [3, 1.50, {"z": "Sök  nu"}], "x": null}, "a\\"b": "å", "none": [], "nothing": null,
                 "requirements": ["b", "a"], "c": true}
                """);

        SortedMap<String, String> members = CanonicalJson.members(tree);

        assertThat(members).containsOnlyKeys("a\"b", "b", "c", "requirements");
        assertThat(CanonicalJson.hash(members)).isEqualTo(CanonicalJson.hash(tree));
        members.remove("c");
        assertThat(CanonicalJson.hash(members)).isEqualTo(CanonicalJson.hash(((ObjectNode) tree).without("c")));
    }

    private static String hash(String text) {
        return CanonicalJson.hash(JsonNodeFactory.instance.stringNode(text));
    }

    private static String hash(BigDecimal number) {
        JsonNode node = JsonNodeFactory.instance.numberNode(number);
        return CanonicalJson.hash(node);
    }
}
