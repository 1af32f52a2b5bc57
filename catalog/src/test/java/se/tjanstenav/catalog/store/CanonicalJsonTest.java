package se.tjanstenav.catalog.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

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

    private static String hash(String text) {
        return CanonicalJson.hash(JsonNodeFactory.instance.stringNode(text));
    }

    private static String hash(BigDecimal number) {
        JsonNode node = JsonNodeFactory.instance.numberNode(number);
        return CanonicalJson.hash(node);
    }
}
